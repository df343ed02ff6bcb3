package dev.dormouse.lmdb.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.upokecenter.cbor.CBORObject;
import dev.dormouse.lmdb.LmdbDatabase;
import dev.dormouse.lmdb.key.KeyTypes;
import dev.dormouse.lmdb.key.Tuple3Key;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.lmdb.schema.MapIndex;
import dev.dormouse.lmdb.value.FlatBuffersType;
import dev.dormouse.lmdb.value.ValueTypes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of the guide page on storage formats: a reader that knows the page and the JDK, and nothing of Dormouse. */
class StorageFormatsTest {

    private static final String MAP_UUID = "2f6b2c3e-6a50-4b7e-9f57-0a8d1c2b3e4f";

    private record Reading(int value, String unit) {}

    private record ReadingKey(UUID sensor, Instant at, String place) {}

    // region key
    static Object[] key(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes); // big-endian
        UUID sensor = new UUID(in.getLong(), in.getLong());
        long nanos = in.getLong() ^ Long.MIN_VALUE;
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (byte b = in.get(); b != 0; b = in.get()) {
            text.write(b == 1 ? in.get() - 1 : b);
        }
        return new Object[] {sensor, nanos, text.toString(StandardCharsets.UTF_8)};
    }
    // endregion

    // region header
    static byte[] content(byte[] stored) {
        ByteBuffer in = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN);
        int format = in.get(0); // 1 FlatBuffers record, 2 CBOR record, 3 value of a typed map
        int compression = in.get(1); // 0 none, 1 zlib, 2 Snappy, 3 Zstandard
        CRC32C checksum = new CRC32C();
        checksum.update(stored, 0, 4);
        checksum.update(stored, 8, stored.length - 8);
        if (format < 1 || format > 3 || compression != 0 || (int) checksum.getValue() != in.getInt(4)) {
            throw new IllegalArgumentException("not a value that this reader reads");
        }
        return Arrays.copyOfRange(stored, 8, stored.length);
    }
    // endregion

    // region field
    static int field(ByteBuffer in, int number) { // little-endian; 0 for an absent field
        int table = in.getInt(0);
        int vtable = table - in.getInt(table);
        int slot = 4 + 2 * number;
        int offset = slot < in.getShort(vtable) ? in.getShort(vtable + slot) & 0xFFFF : 0;
        return offset == 0 ? 0 : table + offset;
    }

    static String text(ByteBuffer in, int number) {
        int at = field(in, number);
        int vector = at + in.getInt(at);
        byte[] bytes = new byte[in.getInt(vector)];
        in.get(vector + 4, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
    // endregion

    @Test
    void aReaderThatKnowsOnlyThePageReadsATypedMap(@TempDir Path folder) {
        Tuple3Key<ReadingKey, UUID, Instant, String> keys = KeyTypes.tuple(
                ReadingKey::new,
                KeyTypes.part(KeyTypes.uuid(), ReadingKey::sensor),
                KeyTypes.part(KeyTypes.instantNanos(), ReadingKey::at),
                KeyTypes.part(KeyTypes.string(), ReadingKey::place));
        FlatBuffersType<Reading> values = ValueTypes.flatBuffers(Reading.class);
        MapIndex<ReadingKey, Reading, Integer> byValue = MapIndex.of("by_value", KeyTypes.int32(), Reading::value);
        MapDescriptor<ReadingKey, Reading> readings =
                MapDescriptor.of("readings", MAP_UUID, keys, values).with(byValue);
        UUID sensor = new UUID(-1, 42);
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(readings)) {
            database.write(tx -> tx.map(readings)
                    .put(new ReadingKey(sensor, Instant.ofEpochSecond(-1), "a\0b"), new Reading(-5, "°C")));
        }
        try (RawStore store = new RawStore(folder)) {
            CBORObject definition = store.definition(MAP_UUID);
            int number = definition.get("number").AsInt32();
            assertThat(definition.get("key").AsString()).isEqualTo("tuple(uuid,nanos,string)");
            assertThat(definition.get("value").AsString()).isEqualTo("flatbuffers{value:integer,unit:string}");
            NavigableMap<byte[], byte[]> rows = store.entries("m" + number);
            assertThat(rows).hasSize(1);
            assertThat(key(rows.firstKey())).containsExactly(sensor, -1_000_000_000L, "a\0b");
            ByteBuffer value =
                    ByteBuffer.wrap(content(rows.firstEntry().getValue())).order(ByteOrder.LITTLE_ENDIAN);
            assertThat(value.getInt(field(value, 0))).isEqualTo(-5);
            assertThat(text(value, 1)).isEqualTo("°C");
            assertThat(field(value, 2)).isZero();
            NavigableMap<byte[], byte[]> entries = store.entries("x" + number);
            assertThat(entries.firstKey()).containsExactly(0, 1, 0x7F, 0xFF, 0xFF, 0xFB);
            assertThat(entries.firstEntry().getValue()).isEqualTo(rows.firstKey());
        }
    }
}
