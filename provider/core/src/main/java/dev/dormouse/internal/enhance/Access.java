package dev.dormouse.internal.enhance;

import static net.bytebuddy.jar.asm.Opcodes.CHECKCAST;
import static net.bytebuddy.jar.asm.Opcodes.I2B;
import static net.bytebuddy.jar.asm.Opcodes.I2C;
import static net.bytebuddy.jar.asm.Opcodes.I2S;
import static net.bytebuddy.jar.asm.Opcodes.INVOKESTATIC;

import java.lang.invoke.MethodType;
import java.util.Set;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Type;

/** The six forms in which {@link ClassAccessor} passes values, as its generated subclasses need them. */
enum Access {
    OBJECT("", Object.class, Set.of()),
    BOOLEAN("Boolean", boolean.class, Set.of(boolean.class)),
    INT("Int", int.class, Set.of(int.class, short.class, byte.class, char.class)),
    LONG("Long", long.class, Set.of(long.class)),
    FLOAT("Float", float.class, Set.of(float.class)),
    DOUBLE("Double", double.class, Set.of(double.class));

    private static final String ACCESSOR = Type.getInternalName(ClassAccessor.class);

    private final String suffix;
    private final Type type;
    private final Set<Class<?>> memberTypes;

    Access(String suffix, Class<?> type, Set<Class<?>> memberTypes) {
        this.suffix = suffix;
        this.type = Type.getType(type);
        this.memberTypes = memberTypes;
    }

    /** Tells whether a member is passed in this form; all are as objects. */
    boolean fits(AccessedMember member) {
        return this == OBJECT || memberTypes.contains(member.type());
    }

    String getter() {
        return "get" + suffix;
    }

    String setter() {
        return "set" + suffix;
    }

    String getDescriptor() {
        return "(Ljava/lang/Object;I)" + type.getDescriptor();
    }

    String setDescriptor() {
        return "(Ljava/lang/Object;I" + type.getDescriptor() + ")V";
    }

    Type asmType() {
        return type;
    }

    /** Turns the value on the stack into an object. */
    static void box(MethodVisitor m, Class<?> primitive) {
        if (primitive.isPrimitive()) {
            Type wrapper = Type.getType(wrapper(primitive));
            m.visitMethodInsn(
                    INVOKESTATIC,
                    wrapper.getInternalName(),
                    "valueOf",
                    Type.getMethodDescriptor(wrapper, Type.getType(primitive)),
                    false);
        }
    }

    /** Turns the object on the stack into a value of a type. */
    static void unbox(MethodVisitor m, Class<?> type) {
        if (!type.isPrimitive()) {
            m.visitTypeInsn(CHECKCAST, Type.getInternalName(type));
            return;
        }
        for (Access access : values()) {
            if (access.memberTypes.contains(type)) {
                m.visitMethodInsn(
                        INVOKESTATIC,
                        ACCESSOR,
                        access.type.getClassName() + "Value",
                        "(Ljava/lang/Object;)" + access.type.getDescriptor(),
                        false);
            }
        }
        narrow(m, type);
    }

    /** Cuts an {@code int} on the stack to a narrower type. */
    static void narrow(MethodVisitor m, Class<?> type) {
        if (type == byte.class) {
            m.visitInsn(I2B);
        } else if (type == short.class) {
            m.visitInsn(I2S);
        } else if (type == char.class) {
            m.visitInsn(I2C);
        }
    }

    private static Class<?> wrapper(Class<?> primitive) {
        return MethodType.methodType(primitive).wrap().returnType();
    }
}
