package dev.dormouse.benchmarks.maps;

import dev.dormouse.lmdb.LmdbDatabase;
import dev.dormouse.lmdb.MapDurability;
import dev.dormouse.lmdb.TypedMap;
import dev.dormouse.lmdb.key.KeyTypes;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.lmdb.schema.MapIndex;
import dev.dormouse.lmdb.schema.MapSchema;
import dev.dormouse.lmdb.value.FlatBuffersType;
import dev.dormouse.lmdb.value.FlatField;
import dev.dormouse.lmdb.value.FlatView;
import dev.dormouse.lmdb.value.ValueTypes;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** Typed maps. */
final class TypedSide implements MapSide {

    static final FlatBuffersType<Cookie> COOKIES = ValueTypes.flatBuffers(Cookie.class);
    static final FlatField<Cookie, Long> SESSION = COOKIES.field("authenticatedSession", Long.class);

    private static final class Maps extends MapSchema {

        final MapIndex<Long, String, String> byGroup = MapIndex.of("by_group", KeyTypes.string(), MapRows::group);

        final MapDescriptor<Long, String> texts = declare(MapDescriptor.of(
                "texts", "5f0c8a52-4b0f-4b62-8d0e-6a1f5f0d0001", KeyTypes.int64(), ValueTypes.string()));
        final MapDescriptor<Long, String> indexed = declare(MapDescriptor.of(
                        "indexed", "5f0c8a52-4b0f-4b62-8d0e-6a1f5f0d0002", KeyTypes.int64(), ValueTypes.string())
                .with(byGroup));
        final MapDescriptor<byte[], byte[]> bytes = declare(MapDescriptor.of(
                "bytes", "5f0c8a52-4b0f-4b62-8d0e-6a1f5f0d0003", KeyTypes.bytes(16), ValueTypes.bytes()));
        final MapDescriptor<Long, FlatView<Cookie>> cookies = declare(
                MapDescriptor.of("cookies", "5f0c8a52-4b0f-4b62-8d0e-6a1f5f0d0004", KeyTypes.int64(), COOKIES.views()));
    }

    private static final Maps MAPS = new Maps();

    private final LmdbDatabase database;

    TypedSide(Path folder, boolean durable) {
        database = LmdbDatabase.builder()
                .path(folder)
                .durability(durable ? MapDurability.COMMIT : MapDurability.NONE)
                .open()
                .open(MAPS);
    }

    @Override
    public void put(long first, String[] texts) {
        put(MAPS.texts, first, texts);
    }

    @Override
    public void putIndexed(long first, String[] texts) {
        put(MAPS.indexed, first, texts);
    }

    private void put(MapDescriptor<Long, String> descriptor, long first, String[] texts) {
        database.write(tx -> {
            TypedMap<Long, String> map = tx.map(descriptor);
            for (int i = 0; i < texts.length; i++) {
                map.put(first + i, texts[i]);
            }
        });
    }

    @Override
    public long get(long[] ids) {
        return database.read(tx -> {
            TypedMap<Long, String> map = tx.map(MAPS.texts);
            long sum = 0;
            for (long id : ids) {
                sum += MapRows.checksum(Objects.requireNonNull(map.get(id)));
            }
            return sum;
        });
    }

    @Override
    public long getEach(long[] ids) {
        long sum = 0;
        for (long id : ids) {
            sum += database.read(tx ->
                    MapRows.checksum(Objects.requireNonNull(tx.map(MAPS.texts).get(id))));
        }
        return sum;
    }

    @Override
    public long range(long from, long to) {
        return database.read(tx -> {
            try (Stream<String> texts =
                    tx.map(MAPS.texts).select().from(from).to(to).values()) {
                return texts.mapToLong(MapRows::checksum).sum();
            }
        });
    }

    @Override
    public long byGroup(String group) {
        return database.read(tx -> {
            try (Stream<String> texts =
                    tx.map(MAPS.indexed).by(MAPS.byGroup).select().at(group).values()) {
                return texts.mapToLong(MapRows::checksum).sum();
            }
        });
    }

    @Override
    public void putBytes(byte[][] keys, int from, int count) {
        database.write(tx -> {
            TypedMap<byte[], byte[]> map = tx.map(MAPS.bytes);
            for (int i = from; i < from + count; i++) {
                map.put(keys[i], MapRows.BYTES);
            }
        });
    }

    @Override
    public long getBytes(byte[][] keys, int from, int count) {
        return database.read(tx -> {
            TypedMap<byte[], byte[]> map = tx.map(MAPS.bytes);
            long sum = 0;
            for (int i = from; i < from + count; i++) {
                sum += MapRows.checksum(Objects.requireNonNull(map.get(keys[i])));
            }
            return sum;
        });
    }

    @Override
    public long walkBytes() {
        return database.read(tx -> {
            try (Stream<byte[]> values = tx.map(MAPS.bytes).select().values()) {
                return values.mapToLong(MapRows::checksum).sum();
            }
        });
    }

    @Override
    public void putCookies(long first, Cookie[] cookies) {
        database.write(tx -> {
            TypedMap<Long, FlatView<Cookie>> map = tx.map(MAPS.cookies);
            for (int i = 0; i < cookies.length; i++) {
                map.put(first + i, COOKIES.viewOf(cookies[i]));
            }
        });
    }

    @Override
    public long oneFieldOfCookies(long[] ids) {
        return database.read(tx -> {
            TypedMap<Long, FlatView<Cookie>> map = tx.map(MAPS.cookies);
            long sum = 0;
            for (long id : ids) {
                sum += Objects.requireNonNull(map.get(id)).getLong(SESSION);
            }
            return sum;
        });
    }

    @Override
    public void close() {
        database.close();
    }
}
