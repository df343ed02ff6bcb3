package dev.dormouse.internal.enhance.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.enhanced.AttributeState;
import dev.dormouse.enhanced.EnhancedEntity;
import dev.dormouse.internal.enhance.weave.library.SameBehaviour;
import jakarta.persistence.spi.TransformerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;

class UnitTransformerTest {

    private static final String LIBRARY = SameBehaviour.class.getPackageName() + ".";
    private static final ClassLoader LOADER = UnitTransformerTest.class.getClassLoader();

    private static byte @Nullable [] transformed(
            String name, @Nullable ClassLoader loader, @Nullable Class<?> redefined) throws TransformerException {
        return transformed(name, loader, redefined, PluginRun.compiled(LIBRARY + name));
    }

    private static byte @Nullable [] transformed(
            String name, @Nullable ClassLoader loader, @Nullable Class<?> redefined, byte[] code)
            throws TransformerException {
        return new UnitTransformer(LOADER).transform(loader, (LIBRARY + name).replace('.', '/'), redefined, null, code);
    }

    /** Returns what is logged of classes that are left plain. */
    private static List<String> warnings(Callable<?> work) throws Exception {
        Logger logger = Logger.getLogger(UnitTransformer.class.getName());
        List<String> messages = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                messages.add(entry.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        try {
            assertThat(work.call()).isNull();
        } finally {
            logger.removeHandler(handler);
        }
        return messages;
    }

    @Test
    void anEntityIsEnhancedWhenItIsLoaded() throws TransformerException {
        byte[] code = transformed("Book", LOADER, null);

        assertThat(code).isNotNull();
        assertThat(new ClassReader(code).getInterfaces())
                .contains(EnhancedEntity.class.getName().replace('.', '/'));
    }

    @Test
    void aClassThatReachesIntoEntitiesIsChanged() throws TransformerException {
        assertThat(transformed("Visitor", LOADER, null)).isNotNull();
    }

    @Test
    void anotherClassIsNot() throws TransformerException {
        assertThat(transformed("Stamp", LOADER, null)).isNull();
    }

    @Test
    void aClassThatWasLoadedBeforeStaysPlain() throws Exception {
        assertThat(warnings(() -> transformed("Book", LOADER, SameBehaviour.class)))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("DORM0208", "library.Book", "loaded before the transformer came");
    }

    @Test
    void aClassWhoseLoaderDoesNotSeeTheProviderStaysPlain() throws Exception {
        assertThat(warnings(() -> transformed("Book", ClassLoader.getPlatformClassLoader(), null)))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("DORM0208", "library.Book", "does not see the provider");
    }

    @Test
    void anEntityOfANewerJavaStaysPlain() throws Exception {
        assertThat(warnings(() ->
                        transformed("Book", LOADER, null, PluginRun.ofNewerJava(PluginRun.compiled(LIBRARY + "Book")))))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("DORM0208", "library.Book", "Unsupported class file version");
        assertThat(warnings(() -> transformed(
                        "Visitor", LOADER, null, PluginRun.ofNewerJava(PluginRun.compiled(LIBRARY + "Visitor")))))
                .isEmpty();
    }

    @Test
    void aClassOfTheBuildPluginIsNotEnhancedAgain() throws TransformerException {
        for (Map.Entry<String, byte[]> each :
                PluginRun.enhanced(PluginRun.compiled()).entrySet()) {
            String name = each.getKey().substring(LIBRARY.length());
            assertThat(transformed(name, LOADER, null, each.getValue()))
                    .as(name)
                    .isNull();
        }
    }

    @Test
    void aClassOfAnotherFormatIsRefused() {
        byte[] other = PluginRun.ofFormat(SameBehaviour.class, AttributeState.FORMAT + 1);

        assertThatThrownBy(() -> transformed("SameBehaviour", LOADER, null, other))
                .isInstanceOf(TransformerException.class)
                .hasStackTraceContaining("DORM0207");
    }
}
