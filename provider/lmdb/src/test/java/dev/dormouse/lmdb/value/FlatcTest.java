package dev.dormouse.lmdb.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What flatc makes of an exported schema reads our values. Its output stands beside the schemas ({@code tools/flatc} makes it again): so the build needs no flatc, and a schema
 * that changes fails here.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlatcTest {

    private static final String NAMESPACE = "generated.flat";

    private final URL[] classes = new URL[1];

    @BeforeAll
    void compileWhatFlatcMade(@TempDir Path folder) throws IOException, URISyntaxException {
        List<String> arguments = new ArrayList<>(List.of(
                "-nowarn", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none"));
        try (Stream<Path> files = Files.walk(resource("generated"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Path ours = folder.resolve(file.getFileName().toString());
                // The check that compiler and library have one version; they need not.
                Files.writeString(ours, Files.readString(file).replaceAll("Constants\\.FLATBUFFERS_\\w+\\(\\);", ""));
                arguments.add(ours.toString());
            }
        }
        StringWriter told = new StringWriter();
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, new java.io.ByteArrayOutputStream(), arguments.toArray(String[]::new));
        assertThat(failed).as(told.toString()).isZero();
        classes[0] = folder.toUri().toURL();
    }

    private static Path resource(String name) throws URISyntaxException {
        URL found = FlatcTest.class.getResource("/dev/dormouse/lmdb/value/flatc/" + name);
        assertThat(found).as(name).isNotNull();
        return Path.of(URI.create(found.toString()));
    }

    /** Reads a value with the code of flatc: a path of accessors, each with or without an index. */
    private Object read(Object from, Object... path) {
        try {
            Object at = from;
            for (int i = 0; i < path.length; i++) {
                String name = (String) path[i];
                boolean indexed = i + 1 < path.length && path[i + 1] instanceof Integer;
                at = indexed
                        ? at.getClass().getMethod(name, int.class).invoke(at, path[++i])
                        : at.getClass().getMethod(name).invoke(at);
            }
            return at;
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private <V> Object root(URLClassLoader loader, FlatBuffersType<V> type, V value, String name) throws Exception {
        ValueBuffer out = new ValueBuffer();
        type.encode(out, value);
        return loader.loadClass(NAMESPACE + "." + name)
                .getMethod("getRootAs" + name, ByteBuffer.class)
                .invoke(null, ByteBuffer.wrap(out.toBytes()));
    }

    @Test
    void schemas_are_those_that_flatc_read() throws Exception {
        for (Class<?> type : List.of(Cookie.class, Everything.class)) {
            String schema = ValueTypes.flatBuffers(type).schema(NAMESPACE);
            Path written = Path.of("target/golden", type.getSimpleName() + ".fbs");
            Files.createDirectories(written.getParent());
            Files.writeString(written, schema);
            assertThat(schema).isEqualTo(Files.readString(resource(type.getSimpleName() + ".fbs")));
        }
    }

    @Test
    void the_code_of_flatc_reads_a_bean() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(classes, FlatcTest.class.getClassLoader())) {
            Object cookie = root(loader, ValueTypes.flatBuffers(Cookie.class), Cookie.sample(), "Cookie");
            assertThat(read(cookie, "name")).isEqualTo("cbtid");
            assertThat(read(cookie, "value")).isEqualTo("caf\u00e9 \ud83c\udf6a");
            assertThat(read(cookie, "maxAge")).isEqualTo(0);
            assertThat(read(cookie, "oid", "high")).isEqualTo(-1L);
            assertThat(read(cookie, "oid", "low")).isEqualTo(7L);
            assertThat(read(cookie, "created", "seconds")).isEqualTo(-14182940L);
            assertThat(read(cookie, "created", "nanos")).isEqualTo(1);
            assertThat(read(cookie, "authenticated")).isNull();
            assertThat(read(cookie, "hasAuthenticatedSession")).isEqualTo(true);
            assertThat(read(cookie, "authenticatedSession")).isEqualTo(-1L);
            assertThat(read(cookie, "authmethod")).isEqualTo(2);
            assertThat(read(cookie, "transportInfoLength")).isEqualTo(2);
            assertThat(read(cookie, "transportInfo", 1, "key")).isEqualTo("peer");
            assertThat(read(cookie, "authextra", 0, "value")).isEqualTo(3);
            assertThat(read(cookie, "secure")).isEqualTo(false);
        }
    }

    @Test
    void the_code_of_flatc_reads_everything() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(classes, FlatcTest.class.getClassLoader())) {
            Object all = root(loader, ValueTypes.flatBuffers(Everything.class), Everything.sample(), "Everything");
            assertThat(read(all, "small")).isEqualTo((byte) -128);
            assertThat(read(all, "letter")).isEqualTo(0xFFFF);
            assertThat(read(all, "twice")).isEqualTo(Double.NEGATIVE_INFINITY);
            assertThat(read(all, "hasUnsure")).isEqualTo(true);
            assertThat(read(all, "hasVague")).isEqualTo(false);
            assertThat(read(all, "bytes", "doubles", 2)).isEqualTo(Double.MIN_VALUE);
            assertThat(read(all, "bytes", "truths", 1)).isEqualTo(false);
            assertThat(read(all, "offsetTimestamp", "offset")).isEqualTo(19800);
            assertThat(read(all, "texts", 0)).isEqualTo("a");
            assertThat(read(all, "uuidsLength")).isEqualTo(1);
            assertThat(read(all, "days", 1)).isEqualTo(6);
            assertThat(read(all, "instants", 0, "seconds")).isEqualTo(0L);
            assertThat(read(all, "nodes", 0, "value", "name")).isEqualTo("leaf");
            assertThat(read(all, "tree", "children", 1, "children", 0, "name")).isEqualTo("leaf");
            assertThat(read(all, "absent")).isNull();
        }
    }
}
