package dev.dormouse.lmdb.internal.open;

import dev.dormouse.lmdb.internal.catalog.MapDefinition;
import dev.dormouse.lmdb.internal.catalog.MapDefinition.MapIndexDefinition;
import dev.dormouse.lmdb.internal.compress.Compressor;
import dev.dormouse.lmdb.internal.failure.MapMessages;
import dev.dormouse.lmdb.internal.record.ValueRecords;
import dev.dormouse.lmdb.internal.typed.ByteMap;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.lmdb.schema.MapIndex;
import dev.dormouse.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A map that a database has opened: its declaration, its bytes and the indexes that this database keeps. Thread-safe. */
public final class OpenedMap<K, V> {

    private final MapDescriptor<K, V> descriptor;
    private final ByteMap bytes;
    private final ValueRecords records;
    private volatile List<MapIndex<? super K, ? super V, ?>> declared;
    private volatile @Nullable Kept<K, V> kept;

    /** The indexes under a definition. */
    private record Kept<K, V>(MapDefinition definition, List<KeptIndex<? super K, ? super V, ?>> indexes) {}

    OpenedMap(MapDescriptor<K, V> descriptor, ByteMap bytes, boolean verified) {
        this.descriptor = descriptor;
        this.bytes = bytes;
        this.records = new ValueRecords(
                descriptor.name(),
                descriptor.version(),
                Compressor.named(descriptor.compression().name()),
                verified);
        this.declared = descriptor.indexes();
    }

    public MapDescriptor<K, V> descriptor() {
        return descriptor;
    }

    public String name() {
        return descriptor.name();
    }

    public ByteMap bytes() {
        return bytes;
    }

    public ValueRecords records() {
        return records;
    }

    /** Adds an index to those that are kept. */
    public void declare(MapIndex<? super K, ? super V, ?> index) {
        List<MapIndex<? super K, ? super V, ?>> more = new ArrayList<>(declared);
        more.removeIf(each -> each.name().equals(index.name()));
        more.add(index);
        declared = more;
        kept = null;
    }

    /** Forgets an index. */
    public void forget(String index) {
        List<MapIndex<? super K, ? super V, ?>> fewer = new ArrayList<>(declared);
        fewer.removeIf(each -> each.name().equals(index));
        declared = fewer;
        kept = null;
    }

    /** Returns the indexes to keep, all that there are. */
    @SuppressWarnings("ReferenceEquality") // asked for at every write; each commit of a definition makes another object
    public List<KeptIndex<? super K, ? super V, ?>> indexes() {
        Kept<K, V> known = kept;
        MapDefinition definition = bytes.definition();
        if (known == null || known.definition() != definition) {
            known = new Kept<>(definition, matched(definition));
            kept = known;
        }
        return known.indexes();
    }

    private List<KeptIndex<? super K, ? super V, ?>> matched(MapDefinition definition) {
        List<KeptIndex<? super K, ? super V, ?>> matched = new ArrayList<>();
        for (MapIndexDefinition stored : definition.indexes()) {
            MapIndex<? super K, ? super V, ?> index = declared(stored.name());
            if (index == null) {
                throw new StoreException(MapMessages.UNDECLARED_INDEX.text(name(), stored.name()));
            }
            matched.add(KeptIndex.of(index, stored, name()));
        }
        return matched;
    }

    @Nullable
    MapIndex<? super K, ? super V, ?> declared(String index) {
        for (MapIndex<? super K, ? super V, ?> each : declared) {
            if (each.name().equals(index)) {
                return each;
            }
        }
        return null;
    }

    /** Returns the number of an index for reading. */
    public int number(MapIndex<?, ?, ?> index) {
        MapIndexDefinition stored = bytes.definition()
                .index(index.name())
                .orElseThrow(() -> new StoreException(MapMessages.NO_INDEX.text(index.name(), name())));
        return KeptIndex.of(index, stored, name()).number();
    }
}
