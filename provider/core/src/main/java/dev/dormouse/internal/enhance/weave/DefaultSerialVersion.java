package dev.dormouse.internal.enhance.weave;

import static net.bytebuddy.jar.asm.Opcodes.ACC_ABSTRACT;
import static net.bytebuddy.jar.asm.Opcodes.ACC_FINAL;
import static net.bytebuddy.jar.asm.Opcodes.ACC_INTERFACE;
import static net.bytebuddy.jar.asm.Opcodes.ACC_NATIVE;
import static net.bytebuddy.jar.asm.Opcodes.ACC_PRIVATE;
import static net.bytebuddy.jar.asm.Opcodes.ACC_PROTECTED;
import static net.bytebuddy.jar.asm.Opcodes.ACC_PUBLIC;
import static net.bytebuddy.jar.asm.Opcodes.ACC_STATIC;
import static net.bytebuddy.jar.asm.Opcodes.ACC_STRICT;
import static net.bytebuddy.jar.asm.Opcodes.ACC_SYNCHRONIZED;
import static net.bytebuddy.jar.asm.Opcodes.ACC_TRANSIENT;
import static net.bytebuddy.jar.asm.Opcodes.ACC_VOLATILE;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * The {@code serialVersionUID} that a class has by default, computed from its class file as the Java Object Serialization Specification says (section 4.6):
 * what the enhancement adds would make it another one.
 */
final class DefaultSerialVersion extends ClassVisitor {

    private static final int OF_CLASS = ACC_PUBLIC | ACC_FINAL | ACC_INTERFACE | ACC_ABSTRACT;
    private static final int OF_VISIBILITY = ACC_PUBLIC | ACC_PRIVATE | ACC_PROTECTED | ACC_STATIC | ACC_FINAL;
    private static final int OF_FIELD = OF_VISIBILITY | ACC_VOLATILE | ACC_TRANSIENT;
    private static final int OF_METHOD = OF_VISIBILITY | ACC_SYNCHRONIZED | ACC_NATIVE | ACC_ABSTRACT | ACC_STRICT;

    private final List<Member> fields = new ArrayList<>();
    private final List<Member> constructors = new ArrayList<>();
    private final List<Member> methods = new ArrayList<>();
    private String name = "";
    private String[] interfaces = new String[0];
    private int access;
    private boolean hasInitializer;

    private DefaultSerialVersion() {
        super(OpenedClassReader.ASM_API);
    }

    private record Member(int access, String name, String descriptor) {

        boolean isPrivate() {
            return (access & ACC_PRIVATE) != 0;
        }

        void write(DataOutputStream out, int mask, boolean isDotted) throws IOException {
            out.writeUTF(name);
            out.writeInt(access & mask);
            out.writeUTF(isDotted ? descriptor.replace('/', '.') : descriptor);
        }
    }

    static long of(String className, ClassFileLocator files) {
        try {
            DefaultSerialVersion version = new DefaultSerialVersion();
            OpenedClassReader.of(files.locate(className).resolve())
                    .accept(version, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            return version.compute();
        } catch (IOException e) {
            throw ClassOutline.unreadable(className, e);
        }
    }

    @Override
    public void visit(
            int version,
            int modifiers,
            String internalName,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] implemented) {
        name = internalName;
        access = modifiers;
        interfaces = implemented == null ? interfaces : implemented.clone();
    }

    /** The modifiers of a member class are those of its declaration. */
    @Override
    public void visitInnerClass(
            String internalName, @Nullable String outer, @Nullable String simpleName, int modifiers) {
        if (internalName.equals(name)) {
            access = modifiers;
        }
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int modifiers, String field, String descriptor, @Nullable String signature, @Nullable Object value) {
        Member member = new Member(modifiers, field, descriptor);
        if (!member.isPrivate() || (modifiers & (ACC_STATIC | ACC_TRANSIENT)) == 0) {
            fields.add(member);
        }
        return null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int modifiers,
            String method,
            String descriptor,
            @Nullable String signature,
            String @Nullable [] exceptions) {
        Member member = new Member(modifiers, method, descriptor);
        if (method.equals("<clinit>")) {
            hasInitializer = true;
        } else if (!member.isPrivate()) {
            (method.equals("<init>") ? constructors : methods).add(member);
        }
        return null;
    }

    private long compute() {
        fields.sort(Comparator.comparing(Member::name));
        constructors.sort(Comparator.comparing(Member::descriptor));
        methods.sort(Comparator.comparing(Member::name).thenComparing(Member::descriptor));
        try {
            byte[] digest = MessageDigest.getInstance("SHA").digest(written());
            return ByteBuffer.wrap(digest).order(ByteOrder.LITTLE_ENDIAN).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has this algorithm", e);
        }
    }

    private byte[] written() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(name.replace('/', '.'));
            out.writeInt(access & OF_CLASS);
            for (String each : Arrays.stream(interfaces)
                    .map(i -> i.replace('/', '.'))
                    .sorted()
                    .toList()) {
                out.writeUTF(each);
            }
            for (Member field : fields) {
                field.write(out, OF_FIELD, false);
            }
            if (hasInitializer) {
                new Member(ACC_STATIC, "<clinit>", "()V").write(out, OF_METHOD, true);
            }
            for (Member constructor : constructors) {
                constructor.write(out, OF_METHOD, true);
            }
            for (Member method : methods) {
                method.write(out, OF_METHOD, true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
