package dev.dormouse.internal.enhance;

import dev.dormouse.internal.mapping.model.MemberModel;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * The methods of an entity that return an id attribute and nothing else, so that a lazy reference need not load for them: the getters of
 * property access, and with field access every method whose whole code is the return of an id field.
 */
final class IdGetters {

    private final Set<String> propertyGetters = new HashSet<>();
    private final Set<String> idFields = new HashSet<>();
    private final Map<Class<?>, Set<String>> fieldGetters = new HashMap<>();

    IdGetters(Class<?> entityClass, List<MemberModel> id) {
        for (MemberModel member : id) {
            if (member.getter() == null) {
                idFields.add(member.declaringClass().replace('.', '/') + "." + member.name());
            } else {
                propertyGetters.add(member.getter());
            }
        }
    }

    boolean contains(Method method) {
        if (method.getParameterCount() > 0) {
            return false;
        }
        return propertyGetters.contains(method.getName())
                || (!idFields.isEmpty()
                        && fieldGetters
                                .computeIfAbsent(method.getDeclaringClass(), this::fieldGettersOf)
                                .contains(method.getName()));
    }

    /** Reads the class file; one that cannot be had has no such getters: they load, which is never wrong. */
    private Set<String> fieldGettersOf(Class<?> type) {
        Set<String> getters = new HashSet<>();
        String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            if (in == null) {
                return getters;
            }
            OpenedClassReader.of(in.readAllBytes())
                    .accept(new Collector(getters), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        } catch (IOException | IllegalArgumentException e) {
            System.getLogger(LazyReferences.class.getName())
                    .log(System.Logger.Level.DEBUG, "cannot read the class file of " + type.getName(), e);
        }
        return getters;
    }

    private final class Collector extends ClassVisitor {
        private final Set<String> getters;

        Collector(Set<String> getters) {
            super(Opcodes.ASM9);
            this.getters = getters;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            if (!descriptor.startsWith("()")) {
                return null;
            }
            InstructionTrace trace = new InstructionTrace();
            return new MethodVisitor(Opcodes.ASM9, trace) {
                @Override
                public void visitEnd() {
                    if (returnsIdField(trace.text())) {
                        getters.add(name);
                    }
                }
            };
        }
    }

    private boolean returnsIdField(String trace) {
        return idFields.stream()
                .anyMatch(field -> InstructionTrace.ofFieldReturn(field).equals(trace));
    }
}
