package dev.dormouse.lmdb.internal.catalog;

import dev.dormouse.lmdb.internal.binding.NativeMap;
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
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** The native map that holds the catalog and the marks of generators. Thread-safe as far as its transactions are. */
public final class CatalogMap {

    /** The format that this version writes. */
    static final int FORMAT = 1;

    private static final String NAME = "dormouse";
    private static final String TABLE = "table/";
    private static final String SEQUENCE = "sequence/";
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
            map.map.put(transaction, key("format"), number(FORMAT));
        }
        DirectBuffer format = map.map.get(transaction, key("format"));
        if (format == null || format.capacity() != Long.BYTES) {
            throw new StoreException(LmdbMessages.FOREIGN_LMDB.text(folder));
        }
        long found = format.getLong(0, ByteOrder.BIG_ENDIAN);
        if (found > FORMAT) {
            throw new StoreException(LmdbMessages.NEWER_FORMAT.text(folder, found, FORMAT));
        }
        return map;
    }

    /** Reads the catalog. */
    public Catalog read(OpenTransaction transaction) {
        List<TableDefinition> tables = new ArrayList<>();
        List<SequenceDefinition> sequences = new ArrayList<>();
        try (RangeCursor cursor = new RangeCursor(transaction, map, KeyPrefix.NONE, KeyRange.ALL, false)) {
            while (cursor.next()) {
                String key =
                        cursor.key().getStringWithoutLengthUtf8(0, cursor.key().capacity());
                if (key.startsWith(TABLE)) {
                    tables.add(DefinitionCodec.table(bytes(cursor.value())));
                } else if (key.startsWith(SEQUENCE)) {
                    sequences.add(DefinitionCodec.sequence(bytes(cursor.value())));
                }
            }
        }
        return Catalog.of(version(transaction), tables, sequences);
    }

    /** Returns the version of the catalog. */
    public long version(OpenTransaction transaction) {
        return number(transaction, "version").orElse(0);
    }

    /** Writes what changed between two catalogs. */
    public void write(WriteTransaction transaction, Catalog older, Catalog newer) {
        transaction.put(map, key("version"), number(newer.version()));
        Set<Integer> kept = new HashSet<>();
        for (TableDefinition table : newer.tables().values()) {
            kept.add(table.id());
            if (!table.equals(older.tables().get(Catalog.folded(table.name())))) {
                transaction.put(map, key(TABLE + table.id()), value(DefinitionCodec.write(table)));
            }
        }
        for (TableDefinition table : older.tables().values()) {
            if (!kept.contains(table.id())) {
                transaction.delete(map, key(TABLE + table.id()));
            }
        }
        newer.sequences().forEach((name, sequence) -> {
            if (!sequence.equals(older.sequences().get(name))) {
                transaction.put(map, key(SEQUENCE + name), value(DefinitionCodec.write(sequence)));
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
        byte[] key = (MARK + generator).getBytes(StandardCharsets.UTF_8);
        byte[] value = ByteBuffer.allocate(Long.BYTES).putLong(next).array();
        transaction.put(map, transaction.keys().of(key, key.length), markValue.of(value, value.length));
    }

    private OptionalLong number(OpenTransaction transaction, String name) {
        DirectBuffer value = map.get(transaction.txn(), key(name));
        return value == null ? OptionalLong.empty() : OptionalLong.of(value.getLong(0, ByteOrder.BIG_ENDIAN));
    }

    private static DirectBuffer key(String name) {
        return value(name.getBytes(StandardCharsets.UTF_8));
    }

    private static DirectBuffer number(long number) {
        return value(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
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
