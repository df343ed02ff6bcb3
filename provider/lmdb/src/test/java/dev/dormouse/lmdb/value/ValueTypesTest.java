package dev.dormouse.lmdb.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.dormouse.lmdb.key.KeyTypes;
import dev.dormouse.lmdb.key.Tuple2;
import dev.dormouse.store.StoreException;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws of every value type: bytes, round trip, JSON, damage. */
class ValueTypesTest {

    private static final JsonFactory JSON = new JsonFactory();

    private record Case<V>(String name, ValueType<V> type, V value, String bytes) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Bytes as hexadecimal digits, or empty where another test fixes them. */
    static Stream<Case<?>> all() {
        UUID uuid = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
        Instant instant = Instant.parse("1969-12-31T23:59:59.999999999Z");
        Object tree = Map.of("a", List.of(1, 2.5, "x", true, BigInteger.TWO.pow(70)));
        return Stream.of(
                new Case<>("string", ValueTypes.string(), "h\u00e9\0", "68c3a900"),
                new Case<>("a replacement", ValueTypes.string(), "\ufffd", "efbfbd"),
                new Case<>("empty string", ValueTypes.string(), "", ""),
                new Case<>("int64", ValueTypes.int64(), -2L, "feffffffffffffff"),
                new Case<>("uuid", ValueTypes.uuid(), uuid, "00112233445566778899aabbccddeeff"),
                new Case<>("instant", ValueTypes.instant(), instant, "7fffffffffffff3b9ac9ff"),
                new Case<>("object id", ValueTypes.objectId(), 1L << 53, "0020000000000000"),
                new Case<>("bytes", ValueTypes.bytes(), new byte[] {0, 1, -1}, "0001ff"),
                new Case<>("bytes16", ValueTypes.bytes(16), new byte[16], "00".repeat(16)),
                new Case<>("bytes20", ValueTypes.bytes(20), new byte[20], "00".repeat(20)),
                new Case<>("bytes32", ValueTypes.bytes(32), new byte[32], "00".repeat(32)),
                new Case<>(
                        "int64, string",
                        ValueTypes.ofKey(KeyTypes.tuple(KeyTypes.int64(), KeyTypes.string())),
                        new Tuple2<>(1L, "a"),
                        "80000000000000016100"),
                new Case<>("strings", ValueTypes.setOf(KeyTypes.string()), Set.of("a"), "6100"),
                new Case<>(
                        "uuids", ValueTypes.setOf(KeyTypes.uuid()), Set.of(uuid), "00112233445566778899aabbccddeeff"),
                new Case<>("object ids", ValueTypes.setOf(KeyTypes.objectId()), Set.of(5L), "0000000000000005"),
                new Case<>(
                        "doubles", ValueTypes.doubles(), new double[] {1.0, -0.0}, "000000000000f03f0000000000000080"),
                new Case<>("floats", ValueTypes.floats(), new float[] {1.0f}, "0000803f"),
                new Case<>("longs", ValueTypes.longs(), new long[] {1, -1}, "0100000000000000ffffffffffffffff"),
                new Case<>("ints", ValueTypes.ints(), new int[] {1, -2}, "01000000feffffff"),
                new Case<>("shorts", ValueTypes.shorts(), new short[] {1, -2}, "0100feff"),
                new Case<>("chars", ValueTypes.chars(), new char[] {'a', '\uffff'}, "6100ffff"),
                new Case<>("booleans", ValueTypes.booleans(), new boolean[] {true, false}, "0100"),
                new Case<>("no ints", ValueTypes.ints(), new int[0], ""),
                new Case<>("json tree", ValueTypes.json(), tree, ""),
                new Case<>("json record", ValueTypes.json(Everything.class), Everything.sample(), ""),
                new Case<>("json bean", ValueTypes.json(Cookie.class), Cookie.sample(), ""),
                new Case<>("cbor record", ValueTypes.cbor(Everything.class), Everything.sample(), ""),
                new Case<>("cbor bean", ValueTypes.cbor(Cookie.class), Cookie.sample(), ""),
                new Case<>("flatbuffers record", ValueTypes.flatBuffers(Everything.class), Everything.sample(), ""),
                new Case<>("flatbuffers bean", ValueTypes.flatBuffers(Cookie.class), Cookie.sample(), ""),
                new Case<>(
                        "marshalled",
                        ValueTypes.marshalled(
                                "reversed",
                                text -> new StringBuilder(text)
                                        .reverse()
                                        .toString()
                                        .getBytes(StandardCharsets.UTF_8),
                                bytes -> new StringBuilder(new String(bytes, StandardCharsets.UTF_8))
                                        .reverse()
                                        .toString()),
                        "abc",
                        "636261"));
    }

    private static <V> byte[] encode(ValueType<V> type, V value) {
        ValueBuffer out = new ValueBuffer();
        out.putInt(7);
        type.encode(out, value);
        return Arrays.copyOfRange(out.array(), 4, out.length());
    }

    @ParameterizedTest
    @MethodSource("all")
    void what_is_written_comes_back(Case<?> each) {
        comesBack(each);
    }

    private static <V> void comesBack(Case<V> each) {
        byte[] bytes = encode(each.type, each.value);
        if (!each.bytes.isEmpty()) {
            assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(each.bytes);
        }
        byte[] around = new byte[bytes.length + 3];
        System.arraycopy(bytes, 0, around, 3, bytes.length);
        assertThat(each.type.decode(new UnsafeBuffer(around, 3, bytes.length))).isEqualTo(each.value);
        assertThat(each.type.reads(each.type.name())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("all")
    void json_gives_an_equal_value(Case<?> each) throws IOException {
        json(each);
    }

    private static <V> void json(Case<V> each) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            each.type.writeJson(out, each.value);
        }
        try (JsonParser in = JSON.createParser(text.toString())) {
            in.nextToken();
            assertThat(each.type.readJson(in)).isEqualTo(each.value);
            assertThat(in.nextToken()).isNull();
        }
    }

    static Stream<Arguments> structured() {
        return Stream.of(
                Arguments.of(ValueTypes.json(Everything.class), Everything.sample()),
                Arguments.of(ValueTypes.cbor(Everything.class), Everything.sample()),
                Arguments.of(ValueTypes.flatBuffers(Everything.class), Everything.sample()),
                Arguments.of(ValueTypes.flatBuffers(Cookie.class), Cookie.sample()));
    }

    /** Damage gives another value or a clear error, whatever the byte. */
    @ParameterizedTest
    @MethodSource("structured")
    <V> void damage_is_never_a_crash(ValueType<V> type, V value) {
        byte[] bytes = encode(type, value);
        Random random = new Random(42);
        int refused = 0;
        for (int round = 0; round < 2000; round++) {
            byte[] damaged = round % 2 == 0 ? bytes.clone() : Arrays.copyOf(bytes, random.nextInt(bytes.length));
            if (damaged.length > 0) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                type.decode(new UnsafeBuffer(damaged));
            } catch (StoreException e) {
                assertThat(e).hasMessageContaining("DORM0879");
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void a_thousand_doubles_are_the_same_bits() {
        Random random = new Random(1);
        double[] numbers = new double[1000];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Double.longBitsToDouble(random.nextLong());
        }
        numbers[0] = Double.longBitsToDouble(0x7ff0000000000001L);
        double[] read = ValueTypes.doubles().decode(new UnsafeBuffer(encode(ValueTypes.doubles(), numbers)));
        for (int i = 0; i < numbers.length; i++) {
            assertThat(Double.doubleToRawLongBits(read[i])).isEqualTo(Double.doubleToRawLongBits(numbers[i]));
        }
    }

    static Stream<Arguments> foreign() {
        return Stream.of(
                Arguments.of(ValueTypes.int64(), "00"),
                Arguments.of(ValueTypes.string(), "61ff"),
                Arguments.of(ValueTypes.uuid(), "00"),
                Arguments.of(ValueTypes.uuid(), "00".repeat(17)),
                Arguments.of(ValueTypes.doubles(), "00".repeat(9)),
                Arguments.of(ValueTypes.json(), ""),
                Arguments.of(ValueTypes.json(), "7b7d7b"),
                Arguments.of(ValueTypes.cbor(Cookie.class), "01"),
                Arguments.of(ValueTypes.flatBuffers(Cookie.class), ""),
                Arguments.of(ValueTypes.flatBuffers(Cookie.class), "ffffff7f"),
                Arguments.of(ValueTypes.setOf(KeyTypes.string()), "61"),
                Arguments.of(
                        ValueTypes.marshalled("no", text -> new byte[0], bytes -> {
                            throw new IllegalStateException("no");
                        }),
                        "00"));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void bytes_of_another_type_are_an_error(ValueType<?> type, String hex) {
        assertThatThrownBy(() -> type.decode(new UnsafeBuffer(HexFormat.of().parseHex(hex))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("DORM0879");
    }

    private interface Sealed {}

    private record Odd(Sealed thing) {}

    private record Lists(List<List<String>> lists) {}

    private record Anything(Object thing) {}

    private static final class NoMaker {
        @SuppressWarnings("UnusedVariable")
        private final int number;

        @SuppressWarnings("UnusedMethod") // not the one that is needed
        NoMaker(int number) {
            this.number = number;
        }
    }

    @Test
    void classes_that_cannot_be_kept_are_refused_when_they_are_declared() {
        assertThatThrownBy(() -> ValueTypes.cbor(Odd.class))
                .hasMessageContaining("DORM0876")
                .hasMessageContaining("Odd.thing");
        assertThatThrownBy(() -> ValueTypes.json(NoMaker.class)).hasMessageContaining("DORM0877");
        assertThatThrownBy(() -> ValueTypes.flatBuffers(Lists.class))
                .hasMessageContaining("DORM0881")
                .hasMessageContaining("Lists.lists");
        assertThatThrownBy(() -> ValueTypes.flatBuffers(Anything.class)).hasMessageContaining("DORM0881");
        assertThat(encode(ValueTypes.cbor(Lists.class), new Lists(List.of(List.of("a")))))
                .isNotEmpty();
    }

    @Test
    @SuppressWarnings("NullAway") // null is what is tried
    void what_is_no_value_is_refused() {
        assertThatThrownBy(() -> encode(ValueTypes.string(), "a\ud800")).hasMessageContaining("DORM0700");
        assertThatThrownBy(() -> encode(ValueTypes.bytes(16), new byte[15])).hasMessageContaining("DORM0873");
        assertThatThrownBy(() -> encode(ValueTypes.json(), Locale.ROOT)).hasMessageContaining("DORM0880");
        Cookie cookie = new Cookie();
        cookie.authextra = null;
        assertThatThrownBy(() -> encode(ValueTypes.flatBuffers(Cookie.class), cookie))
                .hasMessageContaining("DORM0880")
                .hasMessageContaining("Cookie.authextra");
        Cookie read =
                ValueTypes.cbor(Cookie.class).decode(new UnsafeBuffer(encode(ValueTypes.cbor(Cookie.class), cookie)));
        assertThat(read.authextra).isNull();
    }
}
