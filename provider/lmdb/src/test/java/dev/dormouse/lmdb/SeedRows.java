package dev.dormouse.lmdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.lmdb.key.KeyType;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.lmdb.value.ValueType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of the rows of the ancestor share: a folder, and the proof that rows, indexes and counts agree. */
abstract class SeedRows {

    static final UUID NIL = new UUID(0, 0);

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path folder;

    static <K, V> MapDescriptor<K, V> map(String name, KeyType<K> keys, ValueType<V> values) {
        return MapDescriptor.of(name, UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), keys, values);
    }

    LmdbDatabase open(MapDescriptor<?, ?>... maps) {
        return LmdbDatabase.open(folder).open(maps);
    }

    static void prove(LmdbDatabase database) {
        assertThat(database.verify().problems()).isEmpty();
    }

    record Cookie(String value, @Nullable String authid, long created, long maxAge) {

        long expires() {
            return created + maxAge;
        }
    }
}
