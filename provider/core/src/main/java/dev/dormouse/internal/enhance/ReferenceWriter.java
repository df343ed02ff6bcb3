package dev.dormouse.internal.enhance;

import static net.bytebuddy.jar.asm.Opcodes.ACC_FINAL;
import static net.bytebuddy.jar.asm.Opcodes.ACC_PRIVATE;
import static net.bytebuddy.jar.asm.Opcodes.ACC_PROTECTED;
import static net.bytebuddy.jar.asm.Opcodes.ACC_PUBLIC;
import static net.bytebuddy.jar.asm.Opcodes.ACC_SUPER;
import static net.bytebuddy.jar.asm.Opcodes.ACC_TRANSIENT;
import static net.bytebuddy.jar.asm.Opcodes.ALOAD;
import static net.bytebuddy.jar.asm.Opcodes.ARETURN;
import static net.bytebuddy.jar.asm.Opcodes.DUP;
import static net.bytebuddy.jar.asm.Opcodes.F_SAME;
import static net.bytebuddy.jar.asm.Opcodes.F_SAME1;
import static net.bytebuddy.jar.asm.Opcodes.GETFIELD;
import static net.bytebuddy.jar.asm.Opcodes.GOTO;
import static net.bytebuddy.jar.asm.Opcodes.IFNULL;
import static net.bytebuddy.jar.asm.Opcodes.ILOAD;
import static net.bytebuddy.jar.asm.Opcodes.INVOKEINTERFACE;
import static net.bytebuddy.jar.asm.Opcodes.INVOKESPECIAL;
import static net.bytebuddy.jar.asm.Opcodes.INVOKESTATIC;
import static net.bytebuddy.jar.asm.Opcodes.IRETURN;
import static net.bytebuddy.jar.asm.Opcodes.POP;
import static net.bytebuddy.jar.asm.Opcodes.PUTFIELD;
import static net.bytebuddy.jar.asm.Opcodes.RETURN;
import static net.bytebuddy.jar.asm.Opcodes.V17;

import java.io.Serializable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.function.Consumer;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Type;

/**
 * Writes the subclass of an entity class whose instances are its lazy references: every method first has the state loaded, then does what
 * the entity's does.
 */
final class ReferenceWriter {

    private static final String LOADER = Type.getDescriptor(LazyLoader.class);
    private static final String LOADER_NAME = Type.getInternalName(LazyLoader.class);
    private static final String REFERENCE = Type.getInternalName(LazyReference.class);
    private static final String FIELD = "dormouseLoader";

    private final Class<?> entity;
    private final List<Method> methods;
    private final IdGetters idGetters;
    private final String name;
    private final ClassWriter code = new ClassWriter(ClassWriter.COMPUTE_MAXS);

    ReferenceWriter(Class<?> entity, List<Method> methods, IdGetters idGetters) {
        this.entity = entity;
        this.methods = methods;
        this.idGetters = idGetters;
        this.name = Type.getInternalName(entity) + "$$Reference";
    }

    byte[] write() {
        String superName = Type.getInternalName(entity);
        code.visit(V17, ACC_PUBLIC | ACC_FINAL | ACC_SUPER, name, null, superName, new String[] {REFERENCE});
        code.visitField(ACC_PRIVATE | ACC_TRANSIENT, FIELD, LOADER, null, null).visitEnd();
        method(ACC_PUBLIC, "<init>", "()V", m -> {
            m.visitVarInsn(ALOAD, 0);
            m.visitMethodInsn(INVOKESPECIAL, superName, "<init>", "()V", false);
            m.visitInsn(RETURN);
        });
        loaderProperty();
        for (Method method : methods) {
            if (!idGetters.contains(method) && !isWriteReplace(method)) {
                intercept(method);
            }
        }
        if (Serializable.class.isAssignableFrom(entity)) {
            writeReplace();
        }
        code.visitEnd();
        return code.toByteArray();
    }

    private void loaderProperty() {
        method(ACC_PUBLIC, FIELD, "()" + LOADER, m -> {
            m.visitVarInsn(ALOAD, 0);
            m.visitFieldInsn(GETFIELD, name, FIELD, LOADER);
            m.visitInsn(ARETURN);
        });
        method(ACC_PUBLIC, FIELD, "(" + LOADER + ")V", m -> {
            m.visitVarInsn(ALOAD, 0);
            m.visitVarInsn(ALOAD, 1);
            m.visitFieldInsn(PUTFIELD, name, FIELD, LOADER);
            m.visitInsn(RETURN);
        });
    }

    private void intercept(Method method) {
        String descriptor = Type.getMethodDescriptor(method);
        int access = method.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED);
        method(access, method.getName(), descriptor, m -> {
            load(m);
            m.visitVarInsn(ALOAD, 0);
            int variable = 1;
            for (Type argument : Type.getArgumentTypes(descriptor)) {
                m.visitVarInsn(argument.getOpcode(ILOAD), variable);
                variable += argument.getSize();
            }
            m.visitMethodInsn(INVOKESPECIAL, Type.getInternalName(entity), method.getName(), descriptor, false);
            m.visitInsn(Type.getReturnType(descriptor).getOpcode(IRETURN));
        });
    }

    private static boolean isWriteReplace(Method method) {
        return method.getName().equals("writeReplace") && method.getParameterCount() == 0;
    }

    /** A hidden class cannot be read back from a stream, so a plain entity is written. */
    private void writeReplace() {
        method(ACC_PROTECTED, "writeReplace", "()Ljava/lang/Object;", m -> {
            load(m);
            m.visitVarInsn(ALOAD, 0);
            m.visitMethodInsn(
                    INVOKESTATIC,
                    Type.getInternalName(PlainCopy.class),
                    "of",
                    "(Ljava/lang/Object;)Ljava/lang/Object;",
                    false);
            m.visitInsn(ARETURN);
        });
    }

    private void load(MethodVisitor m) {
        Label loaded = new Label();
        Label go = new Label();
        m.visitVarInsn(ALOAD, 0);
        m.visitFieldInsn(GETFIELD, name, FIELD, LOADER);
        m.visitInsn(DUP);
        m.visitJumpInsn(IFNULL, loaded);
        m.visitVarInsn(ALOAD, 0);
        m.visitMethodInsn(INVOKEINTERFACE, LOADER_NAME, "load", "(L" + REFERENCE + ";)V", true);
        m.visitJumpInsn(GOTO, go);
        m.visitLabel(loaded);
        m.visitFrame(F_SAME1, 0, null, 1, new Object[] {LOADER_NAME});
        m.visitInsn(POP);
        m.visitLabel(go);
        m.visitFrame(F_SAME, 0, null, 0, null);
    }

    private void method(int access, String method, String descriptor, Consumer<MethodVisitor> body) {
        MethodVisitor visitor = code.visitMethod(access, method, descriptor, null, null);
        visitor.visitCode();
        body.accept(visitor);
        visitor.visitMaxs(0, 0);
        visitor.visitEnd();
    }
}
