package dev.dormouse.benchmarks.maps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.lmdb.schema.MapCompression;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lmdbjava.CursorIterable;
import org.lmdbjava.Dbi;
import org.lmdbjava.DirectBufferProxy;
import org.lmdbjava.Env;
import org.lmdbjava.EnvFlags;
import org.lmdbjava.Txn;

/** Typed maps and hand-written code read the same and store the same bytes. */
class MapSidesTest {

    private static final int ROWS = 300;

    @ParameterizedTest
    @CsvSource({"HAND, TYPED", "HAND_DURABLE, TYPED_DURABLE"})
    void bothSidesReadTheSameAndStoreTheSameBytes(MapDatabase hand, MapDatabase typed, @TempDir Path folder) {
        Map<String, Long> expected = checksums(hand, folder.resolve("hand"));
        assertThat(expected).allSatisfy((operation, sum) -> assertThat(sum).isNotZero());
        assertThat(checksums(typed, folder.resolve("typed"))).isEqualTo(expected);
        assertThat(stored(folder.resolve("typed"))).isEqualTo(stored(folder.resolve("hand")));
    }

    private static Map<String, Long> checksums(MapDatabase database, Path folder) {
        Map<String, Long> found = new LinkedHashMap<>();
        byte[][] keys = MapRows.keys(ROWS);
        long[] ids = LongStream.range(0, ROWS).toArray();
        try (MapSide side = database.open(folder)) {
            side.put(0, MapRows.texts(0, ROWS, 0));
            side.put(20, MapRows.texts(20, 50, 1));
            side.putIndexed(0, MapRows.texts(0, ROWS, 0));
            side.putIndexed(20, MapRows.texts(20, 50, 1));
            side.putBytes(keys, 0, ROWS);
            side.putCookies(0, Cookie.cookies(0, ROWS));
            found.put("get", side.get(ids));
            found.put("get each", side.getEach(ids));
            found.put("range", side.range(10, 200));
            found.put("moved away", 1 + side.byGroup(MapRows.groupOf(20)));
            found.put("two rows of a key", side.byGroup(MapRows.groupOf(70)));
            found.put("bytes", side.getBytes(keys, 5, 100));
            found.put("walk", side.walkBytes());
            found.put("field", side.oneFieldOfCookies(ids));
        }
        return found;
    }

    private static Map<String, List<String>> stored(Path folder) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        try (Env<DirectBuffer> env = Env.create(DirectBufferProxy.PROXY_DB)
                        .setMapSize(1L << 30)
                        .setMaxDbs(20)
                        .open(folder.toFile(), EnvFlags.MDB_RDONLY_ENV);
                Txn<DirectBuffer> txn = env.txnRead()) {
            for (String name : List.of("m1", "m2", "x2", "m3", "m4")) {
                Dbi<DirectBuffer> map = env.openDbi(txn, name.getBytes(StandardCharsets.UTF_8), null, false);
                List<String> entries = new ArrayList<>();
                try (CursorIterable<DirectBuffer> rows = map.iterate(txn)) {
                    rows.forEach(row -> entries.add(hex(row.key()) + "=" + hex(row.val())));
                }
                assertThat(entries).hasSize(ROWS);
                all.put(name, entries);
            }
        }
        return all;
    }

    private static String hex(DirectBuffer buffer) {
        byte[] bytes = new byte[buffer.capacity()];
        buffer.getBytes(0, bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void onePropertyIsThatOfTheWholeValue() {
        long id = 0;
        for (DirectBuffer encoded : CookieOperations.encoded(100)) {
            assertThat(TypedSide.COOKIES.views().decode(encoded).getLong(TypedSide.SESSION))
                    .isEqualTo(TypedSide.COOKIES.decode(encoded).authenticatedSession)
                    .isEqualTo(Cookie.of(id++).authenticatedSession);
        }
    }

    @Test
    void everyFormatHoldsAllPropertiesInTheBytesThatTheTableSays() {
        assertThat(CodecSizes.formats()).allSatisfy((name, type) -> {
            double plain = CodecSizes.size(type, MapCompression.NONE);
            assertThat(plain).isBetween(300.0, 1500.0);
            assertThat(CodecSizes.size(type, MapCompression.ZSTD)).isLessThan(plain);
        });
    }
}
