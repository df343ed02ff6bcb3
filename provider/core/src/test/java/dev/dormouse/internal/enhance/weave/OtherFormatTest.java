package dev.dormouse.internal.enhance.weave;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.enhanced.AttributeState;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceConfiguration;
import java.util.Map;
import net.bytebuddy.dynamic.loading.ByteArrayClassLoader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A jar of entities that another version of the build plugin enhanced, with the provider of this one. */
class OtherFormatTest {

    /** An entity. */
    @Entity(name = "Draft")
    public static class Draft {
        @Id
        private long id;

        private String text = "";

        private Page page = new Page();

        /** For the provider. */
        protected Draft() {}

        long id() {
            return id;
        }

        String text() {
            return text;
        }

        Page page() {
            return page;
        }
    }

    /** An embeddable. */
    @Embeddable
    public static class Page {
        private int number;

        /** For the provider. */
        protected Page() {}

        int number() {
            return number;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {AttributeState.FORMAT - 1, AttributeState.FORMAT + 1})
    void theStartFailsWithTheRemedy(int format) throws ClassNotFoundException {
        assertStartFails(
                format,
                Map.of(
                        Draft.class.getName(), PluginRun.ofFormat(Draft.class, format),
                        Page.class.getName(), PluginRun.compiled(Page.class.getName())));
    }

    @ParameterizedTest
    @ValueSource(ints = {AttributeState.FORMAT - 1, AttributeState.FORMAT + 1})
    void anEmbeddableOfAnotherFormatFailsItToo(int format) throws ClassNotFoundException {
        assertStartFails(
                format,
                Map.of(
                        Draft.class.getName(), PluginRun.compiled(Draft.class.getName()),
                        Page.class.getName(), PluginRun.ofFormat(Page.class, format)));
    }

    private static void assertStartFails(int format, Map<String, byte[]> classes) throws ClassNotFoundException {
        ClassLoader loader = new ByteArrayClassLoader.ChildFirst(
                OtherFormatTest.class.getClassLoader(), classes, ByteArrayClassLoader.PersistenceHandler.MANIFEST);
        PersistenceConfiguration configuration = new PersistenceConfiguration("formats")
                .property("jakarta.persistence.jdbc.url", "memory:formats")
                .managedClass(Class.forName(Draft.class.getName(), false, loader));

        assertThatThrownBy(configuration::createEntityManagerFactory)
                .hasStackTraceContaining("DORM0207")
                .hasStackTraceContaining(
                        "has format " + format + ", this version understands format " + AttributeState.FORMAT)
                .hasStackTraceContaining("Compile the class anew, and enhance it with the build plugin");
    }
}
