package dev.dormouse.internal.enhance.weave;

import dev.dormouse.failure.MappingMessages;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/** As much of a class file as tells where a field belongs; most classes of a build are no entities, and nothing more is read of them. */
final class ClassOutline extends ClassVisitor {

    private static final String EMBEDDABLE = Type.getDescriptor(Embeddable.class);
    private static final Set<String> MARKERS =
            Set.of(Type.getDescriptor(Entity.class), Type.getDescriptor(MappedSuperclass.class), EMBEDDABLE);

    private final Set<String> fields = new HashSet<>();
    private final Set<String> assignable = new HashSet<>();
    private final List<String> supertypes = new ArrayList<>();
    private @Nullable String superclass;
    private @Nullable String nativeMethod;
    private boolean isManaged;
    private boolean isEmbeddable;
    private boolean isClass;

    private ClassOutline() {
        super(OpenedClassReader.ASM_API);
    }

    /** Reads one; empty if there is no class file of the name. */
    static Optional<ClassOutline> of(String className, ClassFileLocator files) {
        try {
            ClassFileLocator.Resolution file = files.locate(className);
            if (!file.isResolved()) {
                return Optional.empty();
            }
            ClassOutline outline = new ClassOutline();
            OpenedClassReader.of(file.resolve())
                    .accept(outline, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            return Optional.of(outline);
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(className, e);
        }
    }

    /** Tells whether a class file that cannot be read may be that of a managed class: it names their annotation. */
    static boolean mayBeManaged(byte[] classFile) {
        String text = new String(classFile, StandardCharsets.ISO_8859_1);
        return MARKERS.stream().anyMatch(text::contains);
    }

    static PersistenceException unreadable(String className, Exception cause) {
        return new PersistenceException(MappingMessages.UNREADABLE_CLASS.text(className, cause.toString()), cause);
    }

    /** Returns the superclass, null for {@code Object}. */
    @Nullable
    String superclass() {
        return superclass;
    }

    /** Returns the superclass and the interfaces. */
    List<String> supertypes() {
        return supertypes;
    }

    boolean declares(String field) {
        return fields.contains(field);
    }

    /** Tells whether a field of instances is declared that methods may assign. */
    boolean declaresAssignable(String field) {
        return assignable.contains(field);
    }

    /** Tells whether it is an entity class, a mapped superclass or an embeddable class; a record has no fields that methods assign. */
    boolean isManaged() {
        return isClass && isManaged;
    }

    /** Tells whether it is an embeddable class, whose access may be that of its owners. */
    boolean isEmbeddable() {
        return isClass && isEmbeddable;
    }

    /** Returns the name of a native method, null if there is none. */
    @Nullable
    String nativeMethod() {
        return nativeMethod;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        superclass = superName == null ? null : superName.replace('/', '.');
        Stream.concat(Stream.ofNullable(superName), interfaces == null ? Stream.empty() : Arrays.stream(interfaces))
                .map(supertype -> supertype.replace('/', '.'))
                .forEach(supertypes::add);
        isClass = (access & (Opcodes.ACC_INTERFACE | Opcodes.ACC_ENUM | Opcodes.ACC_RECORD)) == 0;
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        isManaged |= MARKERS.contains(descriptor);
        isEmbeddable |= descriptor.equals(EMBEDDABLE);
        return null;
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        fields.add(name);
        if ((access & (Opcodes.ACC_STATIC | Opcodes.ACC_FINAL)) == 0) {
            assignable.add(name);
        }
        return null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        if ((access & Opcodes.ACC_NATIVE) != 0) {
            nativeMethod = name;
        }
        return null;
    }
}
