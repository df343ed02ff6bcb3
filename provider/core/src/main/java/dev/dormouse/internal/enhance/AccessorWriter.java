package dev.dormouse.internal.enhance;

import static net.bytebuddy.jar.asm.Opcodes.AALOAD;
import static net.bytebuddy.jar.asm.Opcodes.ACC_FINAL;
import static net.bytebuddy.jar.asm.Opcodes.ACC_PUBLIC;
import static net.bytebuddy.jar.asm.Opcodes.ACC_SUPER;
import static net.bytebuddy.jar.asm.Opcodes.ALOAD;
import static net.bytebuddy.jar.asm.Opcodes.ARETURN;
import static net.bytebuddy.jar.asm.Opcodes.CHECKCAST;
import static net.bytebuddy.jar.asm.Opcodes.DUP;
import static net.bytebuddy.jar.asm.Opcodes.F_SAME;
import static net.bytebuddy.jar.asm.Opcodes.GETFIELD;
import static net.bytebuddy.jar.asm.Opcodes.ILOAD;
import static net.bytebuddy.jar.asm.Opcodes.INVOKESPECIAL;
import static net.bytebuddy.jar.asm.Opcodes.INVOKEVIRTUAL;
import static net.bytebuddy.jar.asm.Opcodes.IRETURN;
import static net.bytebuddy.jar.asm.Opcodes.NEW;
import static net.bytebuddy.jar.asm.Opcodes.POP;
import static net.bytebuddy.jar.asm.Opcodes.POP2;
import static net.bytebuddy.jar.asm.Opcodes.PUTFIELD;
import static net.bytebuddy.jar.asm.Opcodes.RETURN;
import static net.bytebuddy.jar.asm.Opcodes.SIPUSH;
import static net.bytebuddy.jar.asm.Opcodes.V17;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Type;

/** Writes the code of one accessor: in each method a switch over the attributes that it is for. */
final class AccessorWriter {

    private static final String SUPER = Type.getInternalName(ClassAccessor.class);
    private static final String PARTS = Type.getMethodDescriptor(Type.VOID_TYPE, Type.getType(AccessorParts.class));
    private static final String INHERITED = Type.getDescriptor(ClassAccessor[].class);

    private final Class<?> host;
    private final String name;
    private final ClassWriter code = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    private final List<AccessCase> cases = new ArrayList<>();

    AccessorWriter(Class<?> host, List<AccessedMember> own) {
        this.host = host;
        this.name = Type.getInternalName(host) + "$$Accessor";
        own.forEach(member -> cases.add(new DirectCase(member)));
    }

    /** Leaves an attribute to an accessor of a superclass. */
    void delegate(AccessedMember member, int accessor, int attribute) {
        cases.add(new DelegateCase(member, accessor, attribute));
    }

    byte[] write() {
        cases.sort(Comparator.comparingInt(c -> c.member().position()));
        code.visit(V17, ACC_PUBLIC | ACC_FINAL | ACC_SUPER, name, null, SUPER, null);
        constructor();
        instances();
        for (Access access : Access.values()) {
            List<AccessCase> some =
                    cases.stream().filter(c -> access.fits(c.member())).toList();
            if (!some.isEmpty()) {
                switchMethod(access, some, true);
                switchMethod(access, some, false);
            }
        }
        code.visitEnd();
        return code.toByteArray();
    }

    private void constructor() {
        method("<init>", PARTS, m -> {
            m.visitVarInsn(ALOAD, 0);
            m.visitVarInsn(ALOAD, 1);
            m.visitMethodInsn(INVOKESPECIAL, SUPER, "<init>", PARTS, false);
            m.visitInsn(RETURN);
        });
    }

    private void instances() {
        if (host.isRecord()) {
            construct();
        } else if (!Modifier.isAbstract(host.getModifiers()) && hasPlainConstructor()) {
            method("newInstance", "()Ljava/lang/Object;", m -> {
                m.visitTypeInsn(NEW, Type.getInternalName(host));
                m.visitInsn(DUP);
                m.visitMethodInsn(INVOKESPECIAL, Type.getInternalName(host), "<init>", "()V", false);
                m.visitInsn(ARETURN);
            });
        }
    }

    private boolean hasPlainConstructor() {
        return Arrays.stream(host.getDeclaredConstructors()).anyMatch(c -> c.getParameterCount() == 0);
    }

    private void construct() {
        Class<?>[] types = Arrays.stream(host.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Constructor<?> canonical = Arrays.stream(host.getDeclaredConstructors())
                .filter(c -> Arrays.equals(c.getParameterTypes(), types))
                .findFirst()
                .orElseThrow(() -> new AssertionError("a record without canonical constructor: " + host));
        method("construct", "([Ljava/lang/Object;)Ljava/lang/Object;", m -> {
            m.visitTypeInsn(NEW, Type.getInternalName(host));
            m.visitInsn(DUP);
            for (int i = 0; i < types.length; i++) {
                m.visitVarInsn(ALOAD, 1);
                m.visitIntInsn(SIPUSH, i);
                m.visitInsn(AALOAD);
                Access.unbox(m, types[i]);
            }
            m.visitMethodInsn(
                    INVOKESPECIAL,
                    Type.getInternalName(host),
                    "<init>",
                    Type.getConstructorDescriptor(canonical),
                    false);
            m.visitInsn(ARETURN);
        });
    }

    private void switchMethod(Access access, List<AccessCase> some, boolean reads) {
        String descriptor = reads ? access.getDescriptor() : access.setDescriptor();
        String method = reads ? access.getter() : access.setter();
        method(method, descriptor, m -> {
            int[] keys = some.stream().mapToInt(c -> c.member().position()).toArray();
            Label[] labels = some.stream().map(c -> new Label()).toArray(Label[]::new);
            Label otherwise = new Label();
            m.visitVarInsn(ILOAD, 2);
            m.visitLookupSwitchInsn(otherwise, keys, labels);
            for (int i = 0; i < labels.length; i++) {
                m.visitLabel(labels[i]);
                m.visitFrame(F_SAME, 0, null, 0, null);
                if (reads) {
                    some.get(i).read(m, access);
                    m.visitInsn(Type.getReturnType(descriptor).getOpcode(IRETURN));
                } else {
                    some.get(i).write(m, access);
                    m.visitInsn(RETURN);
                }
            }
            m.visitLabel(otherwise);
            m.visitFrame(F_SAME, 0, null, 0, null);
            m.visitVarInsn(ALOAD, 0);
            m.visitVarInsn(ALOAD, 1);
            m.visitVarInsn(ILOAD, 2);
            if (!reads) {
                m.visitVarInsn(access.asmType().getOpcode(ILOAD), 3);
            }
            m.visitMethodInsn(INVOKESPECIAL, SUPER, method, descriptor, false);
            m.visitInsn(Type.getReturnType(descriptor).getOpcode(IRETURN));
        });
    }

    private void method(String method, String descriptor, Consumer<MethodVisitor> body) {
        MethodVisitor visitor = code.visitMethod(ACC_PUBLIC, method, descriptor, null, null);
        visitor.visitCode();
        body.accept(visitor);
        visitor.visitMaxs(0, 0);
        visitor.visitEnd();
    }

    /** What is done for one attribute; the instance is variable 1, the value variable 3. */
    private interface AccessCase {
        AccessedMember member();

        void read(MethodVisitor m, Access access);

        void write(MethodVisitor m, Access access);
    }

    private record DirectCase(AccessedMember member) implements AccessCase {

        @Override
        public void read(MethodVisitor m, Access access) {
            instance(m);
            Method getter = member.getter();
            if (getter != null) {
                invoke(m, getter);
            } else {
                m.visitFieldInsn(GETFIELD, owner(), fieldName(), Type.getDescriptor(member.type()));
            }
            if (access == Access.OBJECT) {
                Access.box(m, member.type());
            }
        }

        @Override
        public void write(MethodVisitor m, Access access) {
            Method setter = member.setter();
            if (setter == null && (member.field() == null || member.isFinalField())) {
                m.visitVarInsn(ALOAD, 0);
                m.visitVarInsn(ALOAD, 1);
                m.visitVarInsn(ILOAD, 2);
                value(m, access);
                Access.box(m, access == Access.OBJECT ? Object.class : member.type());
                m.visitMethodInsn(INVOKEVIRTUAL, SUPER, "setFinal", "(Ljava/lang/Object;ILjava/lang/Object;)V", false);
                return;
            }
            instance(m);
            value(m, access);
            if (access == Access.OBJECT) {
                Access.unbox(m, member.type());
            } else {
                Access.narrow(m, member.type());
            }
            if (setter == null) {
                m.visitFieldInsn(PUTFIELD, owner(), fieldName(), Type.getDescriptor(member.type()));
            } else {
                invoke(m, setter);
                pop(m, setter.getReturnType());
            }
        }

        private static void value(MethodVisitor m, Access access) {
            m.visitVarInsn(access.asmType().getOpcode(ILOAD), 3);
        }

        private static void pop(MethodVisitor m, Class<?> type) {
            int size = Type.getType(type).getSize();
            if (size > 0) {
                m.visitInsn(size == 1 ? POP : POP2);
            }
        }

        private void instance(MethodVisitor m) {
            m.visitVarInsn(ALOAD, 1);
            m.visitTypeInsn(CHECKCAST, owner());
        }

        private void invoke(MethodVisitor m, Method method) {
            m.visitMethodInsn(INVOKEVIRTUAL, owner(), method.getName(), Type.getMethodDescriptor(method), false);
        }

        private String owner() {
            return Type.getInternalName(member.owner());
        }

        private String fieldName() {
            if (member.field() == null) {
                throw new AssertionError("neither field nor property");
            }
            return member.field().getName();
        }
    }

    private record DelegateCase(AccessedMember member, int accessor, int attribute) implements AccessCase {

        @Override
        public void read(MethodVisitor m, Access access) {
            target(m);
            m.visitMethodInsn(INVOKEVIRTUAL, SUPER, access.getter(), access.getDescriptor(), false);
        }

        @Override
        public void write(MethodVisitor m, Access access) {
            target(m);
            m.visitVarInsn(access.asmType().getOpcode(ILOAD), 3);
            m.visitMethodInsn(INVOKEVIRTUAL, SUPER, access.setter(), access.setDescriptor(), false);
        }

        private void target(MethodVisitor m) {
            m.visitVarInsn(ALOAD, 0);
            m.visitFieldInsn(GETFIELD, SUPER, "inherited", INHERITED);
            m.visitIntInsn(SIPUSH, accessor);
            m.visitInsn(AALOAD);
            m.visitVarInsn(ALOAD, 1);
            m.visitIntInsn(SIPUSH, attribute);
        }
    }
}
