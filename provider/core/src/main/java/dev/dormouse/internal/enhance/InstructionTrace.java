package dev.dormouse.internal.enhance;

import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Writes down the instructions of a method as far as needed to recognize the return of a field; every other one as {@code ?}. */
final class InstructionTrace extends MethodVisitor {

    private final StringBuilder trace = new StringBuilder();

    InstructionTrace() {
        super(Opcodes.ASM9);
    }

    /** Returns the trace, {@code this f=a/B.name return} for a method that returns a field. */
    String text() {
        return trace.toString();
    }

    static String ofFieldReturn(String field) {
        return "this f=" + field + " return ";
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
        trace.append(opcode == Opcodes.ALOAD && variable == 0 ? "this " : "? ");
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        trace.append(opcode == Opcodes.GETFIELD ? "f=" + owner + "." + name + " " : "? ");
    }

    @Override
    public void visitInsn(int opcode) {
        trace.append(opcode >= Opcodes.IRETURN && opcode <= Opcodes.ARETURN ? "return " : "? ");
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        other();
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        other();
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        other();
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        other();
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        other();
    }

    @Override
    public void visitLdcInsn(Object value) {
        other();
    }

    @Override
    public void visitIincInsn(int variable, int increment) {
        other();
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
        other();
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
        other();
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        other();
    }

    private void other() {
        trace.append("? ");
    }
}
