package dev.dormouse.internal.enhance.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.enhanced.AttributeState;
import dev.dormouse.enhanced.Enhanced;
import dev.dormouse.enhanced.EnhancedEntity;
import dev.dormouse.internal.enhance.weave.library.SameBehaviour;
import java.io.IOException;
import java.io.ObjectStreamClass;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.build.Plugin;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.util.CheckClassAdapter;

class EnhancementPluginTest {

    private static final String LIBRARY = SameBehaviour.class.getPackageName() + ".";
    private static final ClassLoader LOADER = EnhancementPluginTest.class.getClassLoader();
    private static final List<String> CLASSES = List.of(
            "Item",
            "Book",
            "Loan",
            "Publisher",
            "Printer",
            "Signature",
            "NativeItem",
            "Visitor",
            "Periodical",
            "Journal",
            "Weekly");

    private static Map<String, byte[]> compiled() {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : CLASSES) {
            try {
                files.put(
                        LIBRARY + name,
                        ClassFileLocator.ForClassLoader.of(LOADER)
                                .locate(LIBRARY + name)
                                .resolve());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        return files;
    }

    /** Runs the plugin as Byte Buddy's plugins for builds do, and returns all classes. */
    private static Map<String, byte[]> enhanced(Map<String, byte[]> files) {
        Plugin.Engine.Target.InMemory target = new Plugin.Engine.Target.InMemory();
        Map<String, byte[]> sources = new TreeMap<>();
        files.forEach((name, bytes) -> sources.put(name.replace('.', '/') + ".class", bytes));
        try {
            new Plugin.Engine.Default()
                    .with(ClassFileLocator.ForClassLoader.of(LOADER))
                    .apply(
                            new Plugin.Engine.Source.InMemory(sources),
                            target,
                            new Plugin.Factory.UsingReflection(EnhancementPlugin.class));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return new TreeMap<>(target.toTypeMap());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Item", "Book", "Loan", "Publisher", "Printer", "Periodical", "Journal", "Weekly"})
    void aManagedClassGetsAState(String name) {
        byte[] code = enhanced(compiled()).get(LIBRARY + name);

        assertThat(new ClassReader(code).getInterfaces())
                .contains(EnhancedEntity.class.getName().replace('.', '/'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Item", "Book", "Loan", "Publisher", "Periodical", "Journal", "Weekly"})
    void theStreamFormatStaysWhatItWas(String name) throws ClassNotFoundException {
        Class<?> plain = Class.forName(LIBRARY + name);
        Class<?> enhanced = Class.forName(
                LIBRARY + name, false, new EnhancingLoader(SameBehaviour.class.getPackageName(), any -> true));

        assertThat(enhanced.getInterfaces()).hasSize(plain.getInterfaces().length + 1);
        assertThat(ObjectStreamClass.lookupAny(enhanced).getSerialVersionUID())
                .isEqualTo(ObjectStreamClass.lookupAny(plain).getSerialVersionUID());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Signature", "NativeItem"})
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
        enhanced(compiled()).forEach((name, bytes) -> {
            StringWriter found = new StringWriter();
            CheckClassAdapter.verify(new ClassReader(bytes), LOADER, false, new PrintWriter(found));
            assertThat(found.toString()).as(name).isEmpty();
        });
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

    @Test
    void aClassOfAnotherFormatFailsTheBuild() {
        byte[] other = new ByteBuddy()
                .redefine(SameBehaviour.class)
                .annotateType(AnnotationDescription.Builder.ofType(Enhanced.class)
                        .define("format", AttributeState.FORMAT + 1)
                        .defineArray("fields", new String[0])
                        .build())
                .make()
                .getBytes();

        assertThatThrownBy(() -> enhanced(Map.of(SameBehaviour.class.getName(), other)))
                .hasStackTraceContaining("DORM0207")
                .hasStackTraceContaining(SameBehaviour.class.getName());
    }
}
