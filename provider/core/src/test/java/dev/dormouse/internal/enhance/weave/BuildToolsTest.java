package dev.dormouse.internal.enhance.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.enhanced.EnhancedEntity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.build.EntryPoint;
import net.bytebuddy.build.Plugin;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.scaffold.inline.MethodNameTransformer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;

/** How Byte Buddy's plugins for Maven and Gradle call the plugin. */
class BuildToolsTest {

    private static final ClassFileLocator PATH =
            ClassFileLocator.ForClassLoader.of(BuildToolsTest.class.getClassLoader());
    private static final String STATE = Type.getInternalName(EnhancedEntity.class);
    private static final String BOOK = PluginRun.LIBRARY + "Book";

    /** As the task for Gradle configures it: an entry point, the version of the classes, a suffix, and strict handlers. */
    private static Plugin.Engine engine(EntryPoint entryPoint) {
        return Plugin.Engine.Default.of(
                        entryPoint, ClassFileVersion.JAVA_V17, new MethodNameTransformer.Suffixing("original"))
                .with(Plugin.Engine.PoolStrategy.Default.FAST)
                .withErrorHandlers(
                        Plugin.Engine.ErrorHandler.Enforcing.ALL_TYPES_RESOLVED,
                        Plugin.Engine.ErrorHandler.Enforcing.NO_LIVE_INITIALIZERS,
                        Plugin.Engine.ErrorHandler.Failing.FAIL_FAST)
                .with(Plugin.Engine.Dispatcher.ForSerialTransformation.Factory.INSTANCE);
    }

    /** They differ in what else Byte Buddy does, such as to initializers; the plugin does the same. */
    @ParameterizedTest
    @EnumSource(EntryPoint.Default.class)
    void everyEntryPointEnhances(EntryPoint.Default entryPoint) {
        Map<String, byte[]> made = PluginRun.enhanced(engine(entryPoint), PATH, PluginRun.compiled());

        made.forEach(PluginRun::verify);
        made.forEach((name, code) -> assertThat(interfaces(code).contains(STATE))
                .as(name)
                .isEqualTo(interfaces(PluginRun.enhanced(PluginRun.compiled()).get(name))
                        .contains(STATE)));
        assertThat(interfaces(made.get(BOOK))).contains(STATE);
        assertThat(PluginRun.enhanced(engine(entryPoint), PATH, made)).containsExactlyEntriesOf(made);
    }

    private static List<String> interfaces(byte @Nullable [] code) {
        return List.of(new ClassReader(Objects.requireNonNull(code)).getInterfaces());
    }

    /** The task for Gradle gives the changed class only; the others are on its path, as they were left. */
    @Test
    void oneClassThatChangedIsEnhancedByItself() {
        Map<String, byte[]> expected = PluginRun.enhanced(PluginRun.compiled());
        ClassFileLocator others = new ClassFileLocator.Compound(new ClassFileLocator.Simple(expected), PATH);

        for (String changed : List.of(BOOK, PluginRun.LIBRARY + "Weekly", PluginRun.LIBRARY + "Visitor")) {
            Map<String, byte[]> made = PluginRun.enhanced(
                    engine(EntryPoint.Default.REBASE), others, Map.of(changed, PluginRun.compiled(changed)));

            assertThat(made).containsOnlyKeys(changed);
            assertThat(made.get(changed)).isEqualTo(expected.get(changed));
        }
    }

    @Test
    void thePluginIsFoundByTheBuilds() throws Exception {
        assertThat(Plugin.Engine.Default.scan(Objects.requireNonNull(BuildToolsTest.class.getClassLoader())))
                .contains(EnhancementPlugin.class.getName());
    }
}
