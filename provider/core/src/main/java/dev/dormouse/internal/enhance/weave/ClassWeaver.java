package dev.dormouse.internal.enhance.weave;

import static net.bytebuddy.jar.asm.Opcodes.ACC_FINAL;
import static net.bytebuddy.jar.asm.Opcodes.ACC_PRIVATE;
import static net.bytebuddy.jar.asm.Opcodes.ACC_PUBLIC;
import static net.bytebuddy.jar.asm.Opcodes.ACC_STATIC;
import static net.bytebuddy.jar.asm.Opcodes.ACC_SYNTHETIC;
import static net.bytebuddy.jar.asm.Opcodes.ALOAD;
import static net.bytebuddy.jar.asm.Opcodes.ARETURN;
import static net.bytebuddy.jar.asm.Opcodes.GETFIELD;
import static net.bytebuddy.jar.asm.Opcodes.PUTFIELD;
import static net.bytebuddy.jar.asm.Opcodes.RETURN;

import dev.dormouse.enhanced.AttributeState;
import dev.dormouse.enhanced.Enhanced;
import dev.dormouse.enhanced.EnhancedEntity;
import dev.dormouse.internal.enhance.EnhanceMessages;
import jakarta.persistence.PersistenceException;
import java.util.Arrays;
import java.util.Collection;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * Enhances one class. One of the managed classes gets a state of its own, whether or not its superclass has one: the methods that give it
 * are overridden, so each instance has one state, and classes of a hierarchy may be enhanced in different builds, or not at all.
 */
final class ClassWeaver extends ClassVisitor {

    static final String ENTITY = Type.getInternalName(EnhancedEntity.class);

    private static final String STATE = Type.getDescriptor(AttributeState.class);

    /** The method by which an instance gives its state. */
    static final String STATE_METHOD = "dormouseState";

    static final String STATE_GETTER = "()" + STATE;

    private static final String MARK = Type.getDescriptor(Enhanced.class);
    private static final String FIELD = "dormouse$state";

    private final PersistentFields fields;
    private String name = "";
    private boolean isEnhancing;
    private boolean isChanged;

    /**
     * Makes the weaver of a class.
     *
     * @param next what takes the enhanced class
     */
    ClassWeaver(PersistentFields fields, ClassVisitor next) {
        super(OpenedClassReader.ASM_API, next);
        this.fields = fields;
    }

    /** Tells whether the class that was visited is not as it was. */
    boolean isChanged() {
        return isChanged;
    }

    /** Notes that it is not. */
    void changed() {
        isChanged = true;
    }

    /** Tells whether the class gets a state. */
    boolean isEnhancing() {
        return isEnhancing;
    }

    /** Tells whether it is this class, and has a state of its own. */
    boolean givesState(String owner) {
        return isEnhancing && owner.equals(name);
    }

    /** Returns the attribute whose state an instruction's field is; null if it is none. */
    @Nullable
    String attribute(String owner, String field) {
        return fields.attribute(owner.replace('/', '.'), field);
    }

    @Override
    public void visit(
            int version,
            int access,
            String internalName,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        name = internalName;
        String className = internalName.replace('/', '.');
        String[] before = interfaces == null ? new String[0] : interfaces;
        isEnhancing = !Arrays.asList(before).contains(ENTITY)
                && fields.isManaged(className)
                && fields.obstacle(className).isEmpty();
        String[] after = before;
        if (isEnhancing) {
            isChanged = true;
            after = Arrays.copyOf(before, before.length + 1);
            after[before.length] = ENTITY;
        }
        super.visit(version, access, internalName, signature, superName, after);
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        AnnotationVisitor next = super.visitAnnotation(descriptor, visible);
        return descriptor.equals(MARK) ? new FormatCheck(next) : next;
    }

    /** Refuses a class that another version enhanced. */
    private final class FormatCheck extends AnnotationVisitor {
        FormatCheck(@Nullable AnnotationVisitor next) {
            super(OpenedClassReader.ASM_API, next);
        }

        @Override
        public void visit(String element, Object value) {
            if (element.equals("format") && !value.equals(AttributeState.FORMAT)) {
                throw new PersistenceException(
                        EnhanceMessages.OTHER_FORMAT.text(name.replace('/', '.'), value, AttributeState.FORMAT));
            }
            super.visit(element, value);
        }
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String method, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        MethodVisitor next = super.visitMethod(access, method, descriptor, signature, exceptions);
        return next == null ? null : new AccessWeaver(this, access, method.equals("<init>"), next);
    }

    @Override
    public void visitEnd() {
        if (isEnhancing) {
            mark();
            serialVersion();
            state();
        }
        super.visitEnd();
    }

    private void mark() {
        AnnotationVisitor mark = super.visitAnnotation(MARK, true);
        if (mark != null) {
            mark.visit("format", AttributeState.FORMAT);
            PersistentFields.Declared declared = fields.declaredBy(name.replace('/', '.'));
            names(mark, "fields", declared.fields());
            names(mark, "properties", declared.properties().values());
            mark.visitEnd();
        }
    }

    private static void names(AnnotationVisitor mark, String element, Collection<String> attributes) {
        AnnotationVisitor names = mark.visitArray(element);
        attributes.stream().sorted().forEach(attribute -> names.visit(null, attribute));
        names.visitEnd();
    }

    /** What is added must not make the stream format of a class another one. */
    private void serialVersion() {
        fields.serialVersion(name.replace('/', '.')).ifPresent(version -> super.visitField(
                        ACC_PRIVATE | ACC_STATIC | ACC_FINAL, "serialVersionUID", "J", null, version)
                .visitEnd());
    }

    private void state() {
        super.visitField(ACC_PRIVATE | ACC_SYNTHETIC, FIELD, STATE, null, null).visitEnd();
        MethodVisitor getter = super.visitMethod(ACC_PUBLIC | ACC_SYNTHETIC, STATE_METHOD, STATE_GETTER, null, null);
        getter.visitCode();
        getter.visitVarInsn(ALOAD, 0);
        getter.visitFieldInsn(GETFIELD, name, FIELD, STATE);
        getter.visitInsn(ARETURN);
        getter.visitMaxs(1, 1);
        getter.visitEnd();
        MethodVisitor setter =
                super.visitMethod(ACC_PUBLIC | ACC_SYNTHETIC, STATE_METHOD, "(" + STATE + ")V", null, null);
        setter.visitCode();
        setter.visitVarInsn(ALOAD, 0);
        setter.visitVarInsn(ALOAD, 1);
        setter.visitFieldInsn(PUTFIELD, name, FIELD, STATE);
        setter.visitInsn(RETURN);
        setter.visitMaxs(2, 2);
        setter.visitEnd();
    }
}
