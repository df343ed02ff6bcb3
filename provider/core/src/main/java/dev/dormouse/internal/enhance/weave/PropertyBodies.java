package dev.dormouse.internal.enhance.weave;

import dev.dormouse.enhanced.AttributeState;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * The methods of a class that return one of its fields, or assign their parameter to one, and do nothing else: the state of such a property is
 * that field. The calls that an enhancement put into them do not count.
 */
final class PropertyBodies extends ClassVisitor {

    private static final String STATE = Type.getInternalName(AttributeState.class);

    /** An instruction that may do anything. */
    private static final String OTHER = "? ";

    private final Map<String, String> getters = new HashMap<>();
    private final Map<String, String> setters = new HashMap<>();
    private String owner = "";

    private PropertyBodies() {
        super(OpenedClassReader.ASM_API);
    }

    static PropertyBodies of(String className, ClassFileLocator files) {
        PropertyBodies bodies = new PropertyBodies();
        try {
            OpenedClassReader.of(files.locate(className).resolve())
                    .accept(bodies, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            return bodies;
        } catch (IOException e) {
            throw ClassOutline.unreadable(className, e);
        }
    }

    /** Returns the field that a property's methods return and assign; null if they do anything else, or are not two of one class. */
    @Nullable
    String fieldOf(String getter, String setter) {
        String field = getters.get(getter);
        return field != null && field.equals(setters.get(setter)) ? field.substring(0, field.indexOf(':')) : null;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        owner = name;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        boolean isProperty = (access & (Opcodes.ACC_STATIC | Opcodes.ACC_BRIDGE)) == 0
                && Type.getArgumentTypes(descriptor).length
                        == (Type.getReturnType(descriptor).equals(Type.VOID_TYPE) ? 1 : 0);
        return isProperty ? new Body(name, descriptor) : null;
    }

    private void add(String method, String descriptor, String trace, String field) {
        if (trace.equals("this get return ") && descriptor.equals("()" + field.substring(field.indexOf(':') + 1))) {
            getters.put(method, field);
        } else if (trace.equals("this value put return ")
                && descriptor.equals("(" + field.substring(field.indexOf(':') + 1) + ")V")) {
            setters.put(method, field);
        }
    }

    /** Writes down what one method does. Constants and copies on the stack do nothing by themselves. */
    private final class Body extends TellingVisitor {

        private final String method;
        private final String descriptor;
        private final StringBuilder trace = new StringBuilder();
        private String field = "";
        private String step = OTHER;

        Body(String method, String descriptor) {
            super(null);
            this.method = method;
            this.descriptor = descriptor;
        }

        @Override
        void other() {
            trace.append(step);
            step = OTHER;
        }

        @Override
        public void visitVarInsn(int opcode, int variable) {
            boolean isLoad = opcode <= Opcodes.ALOAD && variable <= 1;
            step = !isLoad ? OTHER : variable == 0 ? "this " : "value ";
            super.visitVarInsn(opcode, variable);
        }

        @Override
        public void visitFieldInsn(int opcode, String of, String name, String type) {
            if (of.equals(owner)) {
                field = name + ":" + type;
                step = opcode == Opcodes.GETFIELD ? "get " : opcode == Opcodes.PUTFIELD ? "put " : OTHER;
            }
            super.visitFieldInsn(opcode, of, name, type);
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode >= Opcodes.POP && opcode <= Opcodes.DUP2_X2) {
                step = "";
            } else if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
                step = "return ";
            }
            super.visitInsn(opcode);
        }

        @Override
        public void visitLdcInsn(Object value) {
            step = "";
            super.visitLdcInsn(value);
        }

        @Override
        public void visitMethodInsn(int opcode, String of, String name, String type, boolean isInterface) {
            if (of.equals(STATE)) {
                step = "";
            }
            super.visitMethodInsn(opcode, of, name, type, isInterface);
        }

        @Override
        public void visitLabel(Label label) {
            step = "";
            super.visitLabel(label);
        }

        @Override
        public void visitEnd() {
            add(method, descriptor, trace.toString(), field);
        }
    }
}
