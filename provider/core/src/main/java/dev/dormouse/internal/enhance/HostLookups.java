package dev.dormouse.internal.enhance;

import static net.bytebuddy.jar.asm.Opcodes.ACC_FINAL;
import static net.bytebuddy.jar.asm.Opcodes.ACC_STATIC;
import static net.bytebuddy.jar.asm.Opcodes.ACC_SUPER;
import static net.bytebuddy.jar.asm.Opcodes.ACC_SYNTHETIC;
import static net.bytebuddy.jar.asm.Opcodes.ALOAD;
import static net.bytebuddy.jar.asm.Opcodes.ARETURN;
import static net.bytebuddy.jar.asm.Opcodes.INVOKESTATIC;
import static net.bytebuddy.jar.asm.Opcodes.INVOKEVIRTUAL;
import static net.bytebuddy.jar.asm.Opcodes.POP;
import static net.bytebuddy.jar.asm.Opcodes.V17;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Type;

/**
 * Lookups that may define nest mates of the application's classes. Hidden classes can only be defined from within the module of their host, and the classes of
 * each class loader are a module of their own: where a container, a test or a tool that reloads classes loads the entities, a class beside
 * them hands out its own lookup, to whoever may look into its package. It also has a named module read the provider, which that module need not require.
 */
final class HostLookups {

    private static final String NAME = "Dormouse$$Lookup";
    private static final String METHOD = "own";
    private static final MethodType LOOKUP = MethodType.methodType(Lookup.class);
    private static final MethodType OWN = MethodType.methodType(Lookup.class, Module.class);

    private HostLookups() {}

    /**
     * Returns a lookup in a class with all privileges.
     *
     * @throws IllegalAccessException if its package is not open to the provider
     */
    static Lookup in(Class<?> host) throws IllegalAccessException {
        Lookup lookup = MethodHandles.privateLookupIn(host, MethodHandles.lookup());
        return lookup.hasFullPrivilegeAccess() ? lookup : MethodHandles.privateLookupIn(host, ofModule(lookup, host));
    }

    private static Lookup ofModule(Lookup lookup, Class<?> host) throws IllegalAccessException {
        try {
            return (Lookup) lookup.findStatic(beside(lookup, host), METHOD, OWN).invoke(HostLookups.class.getModule());
        } catch (IllegalAccessException e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("no lookup beside " + host.getName(), e);
        }
    }

    private static synchronized Class<?> beside(Lookup lookup, Class<?> host)
            throws IllegalAccessException, ClassNotFoundException {
        String packageName = host.getPackageName();
        String name = packageName.isEmpty() ? NAME : packageName + "." + NAME;
        try {
            return lookup.defineClass(code(name.replace('.', '/')));
        } catch (LinkageError definedEarlier) {
            return Class.forName(name, false, host.getClassLoader());
        }
    }

    private static byte[] code(String name) {
        ClassWriter code = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        code.visit(V17, ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC, name, null, "java/lang/Object", null);
        MethodVisitor method =
                code.visitMethod(ACC_STATIC | ACC_SYNTHETIC, METHOD, OWN.toMethodDescriptorString(), null, null);
        method.visitCode();
        method.visitLdcInsn(Type.getObjectType(name));
        method.visitMethodInsn(INVOKEVIRTUAL, "java/lang/Class", "getModule", "()Ljava/lang/Module;", false);
        method.visitVarInsn(ALOAD, 0);
        method.visitMethodInsn(
                INVOKEVIRTUAL, "java/lang/Module", "addReads", "(Ljava/lang/Module;)Ljava/lang/Module;", false);
        method.visitInsn(POP);
        method.visitMethodInsn(
                INVOKESTATIC,
                Type.getInternalName(MethodHandles.class),
                "lookup",
                LOOKUP.toMethodDescriptorString(),
                false);
        method.visitInsn(ARETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
        code.visitEnd();
        return code.toByteArray();
    }
}
