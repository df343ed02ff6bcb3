package dev.dormouse.internal.enhance;

import static net.bytebuddy.jar.asm.Opcodes.ACC_FINAL;
import static net.bytebuddy.jar.asm.Opcodes.ACC_PUBLIC;
import static net.bytebuddy.jar.asm.Opcodes.ACC_SUPER;
import static net.bytebuddy.jar.asm.Opcodes.ALOAD;
import static net.bytebuddy.jar.asm.Opcodes.ASTORE;
import static net.bytebuddy.jar.asm.Opcodes.CHECKCAST;
import static net.bytebuddy.jar.asm.Opcodes.H_INVOKESTATIC;
import static net.bytebuddy.jar.asm.Opcodes.INVOKEINTERFACE;
import static net.bytebuddy.jar.asm.Opcodes.INVOKESPECIAL;
import static net.bytebuddy.jar.asm.Opcodes.PUTFIELD;
import static net.bytebuddy.jar.asm.Opcodes.RETURN;
import static net.bytebuddy.jar.asm.Opcodes.V17;

import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TextTable;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.ConstantDynamic;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Type;

/**
 * Writes the code of one {@link RecordHydrator}: for each field a typed read and a store. Paths and tables are constants of the class, so that the compiler
 * knows them.
 */
final class HydratorWriter {

    private static final String SUPER = Type.getInternalName(RecordHydrator.class);
    private static final String VIEW = Type.getInternalName(RecordView.class);
    private static final Type PATH = Type.getType(FieldPath.class);
    private static final Type TABLE = Type.getType(TextTable.class);
    private static final int VIEW_VARIABLE = 1;
    private static final int INSTANCE = 2;
    private static final int HOLDER = 3;

    private final Class<?> host;
    private final List<Assignment> assignments = new ArrayList<>();
    private final List<Object> constants = new ArrayList<>();

    HydratorWriter(Class<?> host) {
        this.host = host;
    }

    private record Assignment(Field field, StoredField stored) {}

    void add(Field field, StoredField stored) {
        assignments.add(new Assignment(field, stored));
    }

    RecordHydrator define() {
        ClassWriter code = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        String name = Type.getInternalName(host) + "$$Hydrator";
        code.visit(V17, ACC_PUBLIC | ACC_FINAL | ACC_SUPER, name, null, SUPER, null);
        method(code, "<init>", "()V", m -> {
            m.visitVarInsn(ALOAD, 0);
            m.visitMethodInsn(INVOKESPECIAL, SUPER, "<init>", "()V", false);
        });
        method(code, "hydrate", "(L" + VIEW + ";Ljava/lang/Object;)V", m -> {
            m.visitVarInsn(ALOAD, INSTANCE);
            m.visitTypeInsn(CHECKCAST, Type.getInternalName(host));
            m.visitVarInsn(ASTORE, HOLDER);
            assignments.forEach(each -> assign(m, each.field, each.stored));
        });
        code.visitEnd();
        return HiddenClasses.hydrator(host, code.toByteArray(), List.copyOf(constants));
    }

    private static void method(ClassWriter code, String name, String descriptor, Consumer<MethodVisitor> body) {
        MethodVisitor visitor = code.visitMethod(ACC_PUBLIC, name, descriptor, null, null);
        visitor.visitCode();
        body.accept(visitor);
        visitor.visitInsn(RETURN);
        visitor.visitMaxs(0, 0);
        visitor.visitEnd();
    }

    private void assign(MethodVisitor m, Field field, StoredField stored) {
        m.visitVarInsn(ALOAD, HOLDER);
        m.visitVarInsn(ALOAD, VIEW_VARIABLE);
        constant(m, PATH, stored.path());
        TextTable<?> table = stored.constants();
        Class<?> type = field.getType();
        if (table != null) {
            constant(m, TABLE, table);
            read(m, "getAmong", Type.getType(Object.class), PATH, TABLE);
            m.visitTypeInsn(CHECKCAST, Type.getInternalName(type));
        } else if (type.isPrimitive()) {
            primitive(m, type);
        } else if (type == String.class) {
            read(m, "getString", Type.getType(String.class), PATH);
        } else {
            read(m, "get", Type.getType(Object.class), PATH);
            m.visitTypeInsn(CHECKCAST, Type.getInternalName(type));
        }
        m.visitFieldInsn(PUTFIELD, Type.getInternalName(host), field.getName(), Type.getDescriptor(type));
    }

    private static void primitive(MethodVisitor m, Class<?> type) {
        if (type == boolean.class) {
            read(m, "getBooleanOrFalse", Type.BOOLEAN_TYPE, PATH);
        } else if (type == long.class) {
            read(m, "getLongOrZero", Type.LONG_TYPE, PATH);
        } else if (type == float.class) {
            read(m, "getFloatOrZero", Type.FLOAT_TYPE, PATH);
        } else if (type == double.class) {
            read(m, "getDoubleOrZero", Type.DOUBLE_TYPE, PATH);
        } else {
            read(m, "getIntOrZero", Type.INT_TYPE, PATH);
            Access.narrow(m, type);
        }
    }

    private static void read(MethodVisitor m, String method, Type result, Type... parameters) {
        m.visitMethodInsn(INVOKEINTERFACE, VIEW, method, Type.getMethodDescriptor(result, parameters), true);
    }

    private void constant(MethodVisitor m, Type type, Object value) {
        Handle ofClassData = new Handle(
                H_INVOKESTATIC,
                Type.getInternalName(MethodHandles.class),
                "classDataAt",
                MethodType.methodType(Object.class, MethodHandles.Lookup.class, String.class, Class.class, int.class)
                        .toMethodDescriptorString(),
                false);
        m.visitLdcInsn(
                new ConstantDynamic(ConstantDescs.DEFAULT_NAME, type.getDescriptor(), ofClassData, constants.size()));
        constants.add(value);
    }
}
