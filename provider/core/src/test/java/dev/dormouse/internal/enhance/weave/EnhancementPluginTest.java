package dev.dormouse.internal.enhance.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.enhanced.AttributeState;
import dev.dormouse.enhanced.EnhancedEntity;
import dev.dormouse.internal.enhance.weave.library.SameBehaviour;
import java.io.ObjectStreamClass;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class EnhancementPluginTest {

    private static final String LIBRARY = PluginRun.LIBRARY;

    private static Map<String, byte[]> compiled() {
        return PluginRun.compiled();
    }

    private static Map<String, byte[]> enhanced(Map<String, byte[]> files) {
        return PluginRun.enhanced(files);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Item", "Book", "Loan", "Publisher", "Printer", "Signature", "Periodical", "Journal", "Weekly"})
    void aManagedClassGetsAState(String name) {
        byte[] code = enhanced(compiled()).get(LIBRARY + name);

        assertThat(new ClassReader(code).getInterfaces())
                .contains(EnhancedEntity.class.getName().replace('.', '/'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Item", "Book", "Loan", "Publisher", "Signature", "Periodical", "Journal", "Weekly"})
    void theStreamFormatStaysWhatItWas(String name) throws ClassNotFoundException {
        Class<?> plain = Class.forName(LIBRARY + name);
        Class<?> enhanced = Class.forName(
                LIBRARY + name, false, new EnhancingLoader(SameBehaviour.class.getPackageName(), any -> true));

        assertThat(enhanced.getInterfaces()).hasSize(plain.getInterfaces().length + 1);
        assertThat(ObjectStreamClass.lookupAny(enhanced).getSerialVersionUID())
                .isEqualTo(ObjectStreamClass.lookupAny(plain).getSerialVersionUID());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Stamp", "NativeItem"})
    void anotherIsLeftAsItIs(String name) {
        assertThat(enhanced(compiled()).get(LIBRARY + name))
                .isEqualTo(compiled().get(LIBRARY + name));
    }

    @Test
    void aClassThatReachesIntoEntitiesIsChangedToo() {
        assertThat(enhanced(compiled()).get(LIBRARY + "Visitor"))
                .isNotEqualTo(compiled().get(LIBRARY + "Visitor"));
    }

    @Test
    void twoBuildsGiveEqualBytes() {
        assertSame(enhanced(compiled()), enhanced(compiled()));
    }

    @Test
    void whatIsEnhancedIsNotEnhancedAgain() {
        Map<String, byte[]> once = enhanced(compiled());

        assertSame(enhanced(once), once);
    }

    @Test
    void aClassThatIsCompiledAnewIsEnhancedAmongThoseThatAre() {
        Map<String, byte[]> once = enhanced(compiled());
        Map<String, byte[]> edited = new TreeMap<>(once);
        edited.put(LIBRARY + "Book", compiled().get(LIBRARY + "Book"));

        assertSame(enhanced(edited), once);
    }

    private static void assertSame(Map<String, byte[]> actual, Map<String, byte[]> expected) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        actual.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(expected.get(name)));
    }

    @Test
    void theCodePassesTheVerifier() {
        enhanced(compiled()).forEach(PluginRun::verify);
    }

    @Test
    void linesKeepTheirNumbers() {
        Map<String, byte[]> enhanced = enhanced(compiled());

        compiled().forEach((name, bytes) -> assertThat(lines(Objects.requireNonNull(enhanced.get(name))))
                .as(name)
                .containsAllEntriesOf(lines(bytes)));
    }

    /** The numbers of the lines of each method, in their order. */
    private static Map<String, String> lines(byte[] code) {
        Map<String, String> lines = new TreeMap<>();
        new ClassReader(code)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access,
                                    String name,
                                    String descriptor,
                                    @Nullable String signature,
                                    String @Nullable [] exceptions) {
                                return new MethodVisitor(Opcodes.ASM9) {
                                    @Override
                                    public void visitLineNumber(int line, Label start) {
                                        lines.merge(name + descriptor, line + " ", String::concat);
                                    }
                                };
                            }
                        },
                        0);
        return lines;
    }

    @ParameterizedTest
    @ValueSource(ints = {AttributeState.FORMAT - 1, AttributeState.FORMAT + 1})
    void aClassOfAnotherFormatFailsTheBuild(int format) {
        byte[] other = PluginRun.ofFormat(SameBehaviour.class, format);

        assertThatThrownBy(() -> enhanced(Map.of(SameBehaviour.class.getName(), other)))
                .hasStackTraceContaining("DORM0207")
                .hasStackTraceContaining("has format " + format)
                .hasStackTraceContaining(SameBehaviour.class.getName());
    }

    @Test
    void aClassOfANewerJavaFailsTheBuild() {
        Map<String, byte[]> files = compiled();
        files.put(LIBRARY + "Book", PluginRun.ofNewerJava(files.get(LIBRARY + "Book")));

        assertThatThrownBy(() -> enhanced(files)).hasStackTraceContaining("Unsupported class file version");
    }
}
