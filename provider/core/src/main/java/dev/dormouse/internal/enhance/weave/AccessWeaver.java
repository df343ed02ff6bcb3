package dev.dormouse.internal.enhance.weave;

import static net.bytebuddy.jar.asm.Opcodes.ACC_STATIC;
import static net.bytebuddy.jar.asm.Opcodes.ALOAD;
import static net.bytebuddy.jar.asm.Opcodes.DUP;
import static net.bytebuddy.jar.asm.Opcodes.DUP2;
import static net.bytebuddy.jar.asm.Opcodes.DUP2_X1;
import static net.bytebuddy.jar.asm.Opcodes.DUP_X2;
import static net.bytebuddy.jar.asm.Opcodes.GETFIELD;
import static net.bytebuddy.jar.asm.Opcodes.INVOKESPECIAL;
import static net.bytebuddy.jar.asm.Opcodes.INVOKESTATIC;
import static net.bytebuddy.jar.asm.Opcodes.INVOKEVIRTUAL;
import static net.bytebuddy.jar.asm.Opcodes.NEW;
import static net.bytebuddy.jar.asm.Opcodes.POP;
import static net.bytebuddy.jar.asm.Opcodes.POP2;
import static net.bytebuddy.jar.asm.Opcodes.PUTFIELD;

import dev.dormouse.enhanced.AttributeState;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Type;

/**
 * Puts a call before each access of a persistent field in a method. It adds no branch and no variable, so frames and line numbers stay as
 * they are. An access that has its call already is left alone.
 */
final class AccessWeaver extends TellingVisitor {

    private static final String STATE = Type.getInternalName(AttributeState.class);
    private static final String TELL = "(Ljava/lang/Object;Ljava/lang/String;)V";
    private static final String TELL_KNOWN = "(L%s;L%s;Ljava/lang/String;)V".formatted(ClassWeaver.ENTITY, STATE);
    private static final String TELL_CLONING = "(Ljava/lang/Object;)V";
    /** How much deeper the stack is while the call is made. */
    private static final int MORE_STACK = 3;

    private final ClassWeaver weaver;
    private final boolean isStatic;
    /** Whether the method is a constructor that did not call another one yet: its instance is nobody's entity. */
    private boolean awaitsConstructor;

    private int uninitialized;
    private boolean wasTold;
    /** Whether the last instruction brought what the method was called on. */
    private boolean broughtThis;

    AccessWeaver(ClassWeaver weaver, int access, boolean isConstructor, MethodVisitor next) {
        super(next);
        this.weaver = weaver;
        this.isStatic = (access & ACC_STATIC) != 0;
        this.awaitsConstructor = isConstructor;
    }

    @Override
    void other() {
        wasTold = false;
        broughtThis = false;
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
        super.visitVarInsn(opcode, variable);
        broughtThis = opcode == ALOAD && variable == 0 && !isStatic;
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        boolean isRead = opcode == GETFIELD;
        boolean isAccess = isRead || (opcode == PUTFIELD && !awaitsConstructor);
        String attribute = isAccess && !wasTold ? weaver.attribute(owner, name) : null;
        if (attribute != null) {
            if (isRead && broughtThis && weaver.givesState(owner)) {
                tellOfReading(owner, attribute);
            } else if (isRead) {
                mv.visitInsn(DUP);
                tell("reading", TELL, attribute);
            } else {
                copyInstance(Type.getType(descriptor).getSize());
                tell("writing", TELL, attribute);
            }
            weaver.changed();
        }
        super.visitFieldInsn(opcode, owner, name, descriptor);
    }

    /** Asks the instance for its state where it is, so that a compiled getter has neither a check of types nor a call by interface. */
    private void tellOfReading(String owner, String attribute) {
        mv.visitInsn(DUP);
        mv.visitInsn(DUP);
        mv.visitMethodInsn(INVOKEVIRTUAL, owner, ClassWeaver.STATE_METHOD, ClassWeaver.STATE_GETTER, false);
        tell("reading", TELL_KNOWN, attribute);
    }

    private void tell(String method, String descriptor, String attribute) {
        mv.visitLdcInsn(attribute);
        mv.visitMethodInsn(INVOKESTATIC, STATE, method, descriptor, false);
    }

    /** Brings the instance under a value of one or two words on top of the stack. */
    private void copyInstance(int size) {
        if (size == 1) {
            mv.visitInsn(DUP2);
            mv.visitInsn(POP);
        } else {
            mv.visitInsn(DUP2_X1);
            mv.visitInsn(POP2);
            mv.visitInsn(DUP_X2);
        }
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        if (opcode == NEW) {
            uninitialized++;
        }
        super.visitTypeInsn(opcode, type);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        if (opcode == INVOKESPECIAL && name.equals("<init>")) {
            if (uninitialized > 0) {
                uninitialized--;
            } else {
                awaitsConstructor = false;
            }
        }
        boolean isClone =
                !owner.startsWith("[") && name.equals("clone") && descriptor.equals("()Ljava/lang/Object;") && !wasTold;
        if (isClone && weaver.isEnhancing()) {
            mv.visitInsn(DUP);
            mv.visitMethodInsn(INVOKESTATIC, STATE, "cloning", TELL_CLONING, false);
            weaver.changed();
        }
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        wasTold = opcode == INVOKESTATIC && owner.equals(STATE);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(maxStack + MORE_STACK, maxLocals);
    }
}
