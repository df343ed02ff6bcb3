package dev.dormouse.lmdb.internal.catalog;

import dev.dormouse.lmdb.internal.binding.NativeMap;
import dev.dormouse.lmdb.internal.binding.NativeStatistics;
import dev.dormouse.lmdb.internal.binding.NativeTransaction;
import dev.dormouse.lmdb.internal.environment.Environment;
import dev.dormouse.lmdb.internal.environment.KeyMemory;
import dev.dormouse.lmdb.internal.environment.OpenTransaction;
import dev.dormouse.lmdb.internal.environment.WriteTransaction;
import dev.dormouse.lmdb.internal.failure.LmdbMessages;
import dev.dormouse.lmdb.internal.map.KeyPrefix;
import dev.dormouse.lmdb.internal.map.RangeCursor;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.catalog.SequenceDefinition;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.TableDefinition;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** The native map that holds the catalog and the marks of generators. Thread-safe as far as its transactions are. */
public final class CatalogMap {

    /** The format that this version reads and writes: values carry checksums. */
    static final int FORMAT = 2;

    /** The name of the map. */
    public static final String NAME = "dormouse";

    private static final String FORMAT_KEY = "format";
    private static final String VERSION = "version";
    private static final String TABLE = "table/";
    private static final String SEQUENCE = "sequence/";
    private static final String MAP = "map/";
    private static final String MARK = "mark/";

    private final NativeMap map;
    private final KeyMemory markValue = new KeyMemory();

    private CatalogMap(NativeMap map) {
        this.map = map;
    }

    /** Opens the map and checks the format; begins it in an empty environment that may be written. */
    public static CatalogMap open(Environment environment, NativeTransaction transaction) {
        Object folder = environment.options().folder();
        List<String> names = transaction.mapNames();
        boolean present = names.contains(NAME);
        if (!present && (environment.options().readOnly() || !names.isEmpty())) {
            throw new StoreException(LmdbMessages.FOREIGN_LMDB.text(folder));
        }
        CatalogMap map = new CatalogMap(transaction.map(NAME, !present, false));
        if (!present) {
            map.map.put(transaction, key(FORMAT_KEY), value(Sealed.number(FORMAT)));
        }
        DirectBuffer format = map.map.get(transaction, key(FORMAT_KEY));
        if (format == null || format.capacity() != Long.BYTES) {
            throw new StoreException(LmdbMessages.FOREIGN_LMDB.text(folder));
        }
        checkFormat(folder, format.getLong(0, ByteOrder.BIG_ENDIAN));
        return map;
    }

    private static void checkFormat(Object folder, long found) {
        if (found > FORMAT) {
            throw new StoreException(LmdbMessages.NEWER_FORMAT.text(folder, found, FORMAT));
        }
        if (found < FORMAT) {
            throw new StoreException(LmdbMessages.OLDER_FORMAT.text(folder, found, FORMAT));
        }
    }

    /**
     * Reads the catalog from the bytes of the map's entries.
     *
     * @throws StoreException if an entry is corrupt, or of another format
     */
    public static Catalog read(Object folder, Map<String, byte[]> entries) {
        byte[] format = entries.get(FORMAT_KEY);
        if (format == null || format.length != Long.BYTES) {
            throw new StoreException(LmdbMessages.FOREIGN_LMDB.text(folder));
        }
        checkFormat(folder, ByteBuffer.wrap(format).getLong());
        long version = 0;
        List<TableDefinition> tables = new ArrayList<>();
        List<SequenceDefinition> sequences = new ArrayList<>();
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            String key = entry.getKey();
            if (key.equals(FORMAT_KEY)) {
                continue;
            }
            byte[] value = Sealed.open(key, entry.getValue());
            if (key.startsWith(TABLE)) {
                tables.add(DefinitionCodec.table(value));
            } else if (key.startsWith(SEQUENCE)) {
                sequences.add(DefinitionCodec.sequence(value));
            } else if (key.equals(VERSION)) {
                version = Sealed.number(key, value);
            }
        }
        return Catalog.of(version, tables, sequences);
    }

    /** Reads the catalog. */
    public Catalog read(OpenTransaction transaction) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (RangeCursor cursor = new RangeCursor(transaction, map, KeyPrefix.NONE, KeyRange.ALL, false)) {
            while (cursor.next()) {
                String key =
                        cursor.key().getStringWithoutLengthUtf8(0, cursor.key().capacity());
                entries.put(key, bytes(cursor.value()));
            }
        }
        return read(NAME, entries);
    }

    /** Returns the version of the catalog. */
    public long version(OpenTransaction transaction) {
        return number(transaction, VERSION).orElse(0);
    }

    /** Writes what changed between two catalogs. */
    public void write(WriteTransaction transaction, Catalog older, Catalog newer) {
        put(transaction, VERSION, Sealed.number(newer.version()));
        Set<Integer> kept = new HashSet<>();
        for (TableDefinition table : newer.tables().values()) {
            kept.add(table.id());
            if (!table.equals(older.tables().get(Catalog.folded(table.name())))) {
                put(transaction, TABLE + table.id(), DefinitionCodec.write(table));
            }
        }
        for (TableDefinition table : older.tables().values()) {
            if (!kept.contains(table.id())) {
                transaction.delete(map, key(TABLE + table.id()));
            }
        }
        newer.sequences().forEach((name, sequence) -> {
            if (!sequence.equals(older.sequences().get(name))) {
                put(transaction, SEQUENCE + name, DefinitionCodec.write(sequence));
            }
        });
        for (String name : older.sequences().keySet()) {
            if (!newer.sequences().containsKey(name)) {
                transaction.delete(map, key(SEQUENCE + name));
                transaction.delete(map, key(MARK + name));
            }
        }
    }

    /** Returns the mark of a generator: the number that it gives next. */
    public OptionalLong mark(OpenTransaction transaction, String generator) {
        return number(transaction, MARK + generator);
    }

    /** Writes the mark of a generator. */
    public void mark(WriteTransaction transaction, String generator, long next) {
        String name = MARK + generator;
        byte[] key = name.getBytes(StandardCharsets.UTF_8);
        byte[] value = Sealed.seal(name, Sealed.number(next));
        transaction.put(map, transaction.keys().of(key, key.length), markValue.of(value, value.length));
    }

    /** Returns how its own pages are used. */
    public NativeStatistics statistics(OpenTransaction transaction) {
        return map.statistics(transaction.txn());
    }

    /** Reads the definitions of the typed maps. */
    public List<MapDefinition> maps(OpenTransaction transaction) {
        List<MapDefinition> maps = new ArrayList<>();
        KeyRange all = KeyRange.startingWith(MAP.getBytes(StandardCharsets.UTF_8));
        try (RangeCursor cursor = new RangeCursor(transaction, map, KeyPrefix.NONE, all, false)) {
            while (cursor.next()) {
                String key =
                        cursor.key().getStringWithoutLengthUtf8(0, cursor.key().capacity());
                maps.add(MapDefinition.read(Sealed.open(key, bytes(cursor.value()))));
            }
        }
        return maps;
    }

    /** Returns the definitions of the typed maps among the entries of the catalog. */
    public static List<MapDefinition> maps(Map<String, byte[]> entries) {
        List<MapDefinition> maps = new ArrayList<>();
        entries.forEach((key, value) -> {
            if (key.startsWith(MAP)) {
                maps.add(MapDefinition.read(Sealed.open(key, value)));
            }
        });
        return maps;
    }

    /** Writes the definition of a typed map. */
    public void write(WriteTransaction transaction, MapDefinition definition) {
        put(transaction, MAP + definition.uuid(), definition.bytes());
    }

    /** Removes the definition of a typed map. */
    public void remove(WriteTransaction transaction, MapDefinition definition) {
        transaction.delete(map, key(MAP + definition.uuid()));
    }

    private OptionalLong number(OpenTransaction transaction, String name) {
        DirectBuffer value = map.get(transaction.txn(), key(name));
        return value == null
                ? OptionalLong.empty()
                : OptionalLong.of(Sealed.number(name, Sealed.open(name, bytes(value))));
    }

    private void put(WriteTransaction transaction, String name, byte[] content) {
        transaction.put(map, key(name), value(Sealed.seal(name, content)));
    }

    private static DirectBuffer key(String name) {
        return value(name.getBytes(StandardCharsets.UTF_8));
    }

    private static DirectBuffer value(byte[] bytes) {
        UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(bytes.length));
        buffer.putBytes(0, bytes);
        return buffer;
    }

    private static byte[] bytes(DirectBuffer buffer) {
        byte[] bytes = new byte[buffer.capacity()];
        buffer.getBytes(0, bytes);
        return bytes;
    }
}
