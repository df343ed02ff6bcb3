package dev.dormouse.lmdb.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.dormouse.store.record.KeyBuffer;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws of every key type: order, round trip, self-delimiting, JSON, and bytes that never change. */
class KeyTypesTest {

    private static final JsonFactory JSON = new JsonFactory();

    static List<KeyCase<?>> all() {
        return KeyCases.all();
    }

    @Test
    void all_43_of_the_ancestor_are_there() {
        assertThat(KeyCases.ofTheAncestor())
                .hasSize(43)
                .extracting(KeyCase::name)
                .doesNotHaveDuplicates();
    }

    @Provide
    Arbitrary<KeyCase.Two<?>> pairs() {
        List<Arbitrary<? extends KeyCase.Two<?>>> every = new java.util.ArrayList<>();
        KeyCases.all().forEach(each -> every.add(each.pairs()));
        return Arbitraries.of(every).flatMap(each -> each.map(two -> two));
    }

    /** About 300 random pairs a type, one value in three an edge. */
    @Property(tries = 20_000)
    void bytes_are_in_the_order_of_the_values(@ForAll("pairs") KeyCase.Two<?> two) {
        checkOrder(two);
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_edge_is_in_order_with_every_other(KeyCase<?> each) {
        checkEdges(each);
    }

    private static <K> void checkEdges(KeyCase<K> each) {
        for (K a : each.edges()) {
            for (K b : each.edges()) {
                checkOrder(new KeyCase.Two<>(each, a, b));
            }
        }
    }

    private static <K> void checkOrder(KeyCase.Two<K> two) {
        KeyCase<K> of = two.of();
        byte[] a = of.bytes(two.a());
        byte[] b = of.bytes(two.b());
        int order = Integer.signum(of.order().compare(two.a(), two.b()));
        assertThat(Integer.signum(Arrays.compareUnsigned(a, b)))
                .as("%s: %s and %s", of, two.a(), two.b())
                .isEqualTo(order);
        if (order != 0) {
            assertThat(Arrays.mismatch(a, b))
                    .as("%s: no key begins another", of)
                    .isLessThan(Math.min(a.length, b.length));
        }
        K read = of.read(a);
        assertThat(of.order().compare(read, two.a())).isZero();
        assertThat(of.bytes(read)).isEqualTo(a);
    }

    @ParameterizedTest
    @MethodSource("all")
    void json_gives_an_equal_key(KeyCase<?> each) throws IOException {
        checkJson(each);
    }

    private static <K> void checkJson(KeyCase<K> each) throws IOException {
        for (K key : each.edges()) {
            StringWriter text = new StringWriter();
            try (JsonGenerator out = JSON.createGenerator(text)) {
                each.type().writeJson(out, key);
            }
            try (JsonParser in = JSON.createParser(text.toString())) {
                in.nextToken();
                assertThat(each.bytes(each.type().readJson(in))).isEqualTo(each.bytes(key));
                assertThat(in.nextToken()).isNull();
            }
        }
    }

    /** The bytes of every type are for ever: a change of this file is a change of the format. */
    @Test
    void bytes_are_those_of_the_golden_file() throws IOException {
        StringBuilder actual = new StringBuilder();
        KeyCases.all().forEach(each -> golden(actual, each));
        Path written = Path.of("target/golden/keys.txt");
        Files.createDirectories(written.getParent());
        Files.writeString(written, actual);
        try (var golden = KeyTypesTest.class.getResourceAsStream("keys.txt")) {
            assertThat(golden).as("golden file").isNotNull();
            assertThat(actual.toString()).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static <K> void golden(StringBuilder out, KeyCase<K> each) {
        out.append(each.name()).append(" = ").append(each.type().name()).append('\n');
        for (K key : each.edges().subList(0, Math.min(16, each.edges().size()))) {
            out.append("    ").append(HexFormat.of().formatHex(each.bytes(key))).append('\n');
        }
    }

    @Test
    void the_provider_writes_the_same_bytes() {
        KeyBuffer out = new KeyBuffer();
        dev.dormouse.store.record.KeyEncoder.value(out, dev.dormouse.store.type.BasicType.INTEGER, -5);
        dev.dormouse.store.record.KeyEncoder.value(out, dev.dormouse.store.type.BasicType.LONG, 5L);
        KeyBuffer typed = new KeyBuffer();
        KeyTypes.int32().encode(typed, -5);
        KeyTypes.int64().encode(typed, 5L);
        assertThat(typed).isEqualTo(out);
    }
}
