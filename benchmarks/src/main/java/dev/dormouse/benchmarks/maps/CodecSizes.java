package dev.dormouse.benchmarks.maps;

import dev.dormouse.lmdb.LmdbDatabase;
import dev.dormouse.lmdb.key.KeyTypes;
import dev.dormouse.lmdb.schema.MapCompression;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.lmdb.value.ValueType;
import dev.dormouse.lmdb.value.ValueTypes;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** How many bytes a cookie of seventeen properties takes in the store, by format and compression: the value with its header. */
final class CodecSizes {

    private static final int COUNT = 1000;

    private CodecSizes() {}

    static String table() {
        StringBuilder text =
                new StringBuilder("## Bytes of a value of seventeen properties\n\n| format | ").append(columns());
        formats().forEach((name, type) -> {
            text.append("| ").append(name).append(" |");
            for (MapCompression compression : MapCompression.values()) {
                text.append(String.format(Locale.ROOT, " %.0f |", size(type, compression)));
            }
            text.append('\n');
        });
        return text.append('\n').toString();
    }

    private static String columns() {
        StringBuilder text = new StringBuilder();
        for (MapCompression compression : MapCompression.values()) {
            text.append(
                            compression == MapCompression.NONE
                                    ? "plain"
                                    : compression.name().toLowerCase(Locale.ROOT))
                    .append(" | ");
        }
        return text.append("\n|---|")
                .append("---:|".repeat(MapCompression.values().length))
                .append('\n')
                .toString();
    }

    static Map<String, ValueType<Cookie>> formats() {
        Map<String, ValueType<Cookie>> formats = new LinkedHashMap<>();
        formats.put("JSON", ValueTypes.json(Cookie.class));
        formats.put("CBOR", ValueTypes.cbor(Cookie.class));
        formats.put("FlatBuffers", TypedSide.COOKIES);
        return formats;
    }

    /** The mean over a thousand cookies. */
    static double size(ValueType<Cookie> type, MapCompression compression) {
        MapDescriptor<Long, Cookie> map = MapDescriptor.of("sizes", new UUID(1, 1), KeyTypes.int64(), type)
                .compressed(compression);
        try (LmdbDatabase database = LmdbDatabase.builder().temporary().open().open(map)) {
            long written = database.writeAndGet(tx -> {
                for (long id = 0; id < COUNT; id++) {
                    tx.map(map).put(id, Cookie.of(id));
                }
                return tx.statistics().bytes();
            });
            return (double) (written - (long) COUNT * Long.BYTES) / COUNT;
        }
    }
}
