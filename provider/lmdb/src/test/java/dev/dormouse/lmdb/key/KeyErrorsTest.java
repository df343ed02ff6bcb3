package dev.dormouse.lmdb.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyDecoder;
import dev.dormouse.store.record.MalformedKeyException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be a key, prefixes, and keys that are records of one's own. */
class KeyErrorsTest {

    private record Trade(UUID market, Instant at, long id, @Nullable String note) {}

    private static final Tuple4Key<Trade, UUID, Instant, Long, String> TRADES = KeyTypes.tuple(
            Trade::new,
            KeyTypes.part(KeyTypes.uuid(), Trade::market),
            KeyTypes.part(KeyTypes.instant(), Trade::at),
            KeyTypes.part(KeyTypes.int64(), Trade::id),
            KeyTypes.part(KeyTypes.nullable(KeyTypes.string()), Trade::note));

    static Stream<Arguments> refused() {
        return Stream.of(
                refused(KeyTypes.objectId(), -1L, "DORM0872", "'-1' of type oid", "0 to 9007199254740992"),
                refused(KeyTypes.objectId(), (1L << 53) + 1, "DORM0872"),
                refused(KeyTypes.uint8(), 256, "DORM0872", "'256' of type ubyte"),
                refused(KeyTypes.uint16(), -1, "DORM0872"),
                refused(KeyTypes.uint32(), 1L << 32, "DORM0872"),
                refused(KeyTypes.instantNanos(), Instant.parse("2263-01-01T00:00:00Z"), "DORM0872", "2262-04-11"),
                refused(KeyTypes.bytes(20), new byte[19], "DORM0873", "'19' of type bytes20"),
                refused(KeyTypes.string(), "\ud800", "DORM0700"),
                refused(KeyTypes.uuid(), null, "DORM0870", "nullable"),
                refused(
                        KeyTypes.tuple(KeyTypes.string(), KeyTypes.uuid()),
                        withoutSecond(),
                        "DORM0871",
                        "Part 2",
                        "nullable"));
    }

    @SuppressWarnings("NullAway")
    private static Tuple2<String, UUID> withoutSecond() {
        return new Tuple2<>("a", null);
    }

    private static <K> Arguments refused(KeyType<K> type, @Nullable K key, String... texts) {
        return Arguments.of(type, key, List.of(texts));
    }

    @ParameterizedTest
    @MethodSource("refused")
    @SuppressWarnings("unchecked")
    void what_cannot_be_a_key_is_refused(KeyType<?> type, Object key, List<String> texts) {
        assertThatThrownBy(() -> ((KeyType<Object>) type).encode(new KeyBuffer(), key))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains(texts);
    }

    @Test
    void sizes_that_no_key_can_have_are_refused() {
        assertThatThrownBy(() -> KeyTypes.bytes(512)).hasMessageContaining("DORM0874");
        assertThatThrownBy(() -> KeyTypes.bytes(0)).hasMessageContaining("DORM0874");
    }

    @Test
    void damaged_bytes_are_an_error() {
        assertThatThrownBy(() -> KeyTypes.uuid().decode(new KeyDecoder(new byte[15])))
                .isInstanceOf(MalformedKeyException.class);
        assertThatThrownBy(() -> KeyTypes.enumeration(DayOfWeek.class).decode(new KeyDecoder(new byte[] {0, 7})))
                .isInstanceOf(MalformedKeyException.class)
                .hasMessageContaining("'7' of type enum");
        assertThatThrownBy(() -> KeyTypes.objectId().decode(new KeyDecoder(new byte[] {-1, 0, 0, 0, 0, 0, 0, 0})))
                .isInstanceOf(MalformedKeyException.class);
    }

    @Test
    void a_record_of_ones_own_is_a_key() {
        Trade trade = new Trade(new UUID(-1, 1), Instant.parse("1969-07-20T20:17:40Z"), 7, null);
        KeyBuffer out = new KeyBuffer();
        TRADES.encode(out, trade);
        assertThat(out.length()).isEqualTo(16 + 11 + 8 + 1);
        assertThat(TRADES.decode(new KeyDecoder(out.toBytes()))).isEqualTo(trade);
        assertThat(TRADES.name()).isEqualTo("tuple(uuid,instant,long,nullable(string))");
        assertThat(TRADES.isIncomplete(trade)).as("its null may be").isFalse();
        assertThat(KeyTypes.tuple(KeyTypes.string(), KeyTypes.uuid()).isIncomplete(withoutSecond()))
                .isTrue();
    }

    @Test
    void prefixes_are_the_bytes_that_keys_begin_with() {
        UUID market = new UUID(1, 2);
        KeyBuffer key = new KeyBuffer();
        TRADES.encode(key, new Trade(market, Instant.EPOCH, 3, "note"));
        assertThat(key.startsWith(TRADES.startingWith(market).bytes())).isTrue();
        assertThat(key.startsWith(TRADES.startingWith(market, Instant.EPOCH, 3L).bytes()))
                .isTrue();
        assertThat(key.startsWith(TRADES.startingWith(market, Instant.EPOCH, 4L).bytes()))
                .isFalse();
        KeyPrefix<String> no = KeyTypes.string().startingWith("no");
        assertThat(key.startsWith(
                        TRADES.startingWith(market, Instant.EPOCH, 3L, no).bytes()))
                .isTrue();
        Tuple2Key<Tuple2<String, String>, String, String> texts = KeyTypes.tuple(KeyTypes.string(), KeyTypes.string());
        assertThat(texts.startingWith("a").bytes()).containsExactly('a', 0);
        assertThat(texts.startingWith("a", no).bytes()).containsExactly('a', 0, 'n', 'o');
        assertThat(texts)
                .satisfies(type -> assertThatThrownBy(() -> foreign(type)).hasMessageContaining("DORM0875"));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void foreign(Tuple2Key texts) {
        texts.startingWith("a", new KeyPrefix<>(KeyTypes.bytes(), new KeyBuffer()));
    }
}
