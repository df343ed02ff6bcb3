package dev.dormouse.lmdb.internal.open;

import dev.dormouse.lmdb.internal.catalog.MapDefinition;
import dev.dormouse.lmdb.internal.catalog.MapDefinition.MapIndexDefinition;
import dev.dormouse.lmdb.internal.failure.MapMessages;
import dev.dormouse.lmdb.internal.store.LmdbMapStore;
import dev.dormouse.lmdb.internal.typed.ByteMap;
import dev.dormouse.lmdb.internal.typed.ByteMaps;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.lmdb.schema.MapIndex;
import dev.dormouse.lmdb.schema.MemberIndex;
import dev.dormouse.lmdb.value.SetType;
import dev.dormouse.store.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The maps with their types that are open in one environment, shared by its databases. Thread-safe. */
public final class OpenedMaps {

    private final ByteMaps maps;
    private final Map<UUID, OpenedMap<?, ?>> opened = new ConcurrentHashMap<>();

    private OpenedMaps(ByteMaps maps) {
        this.maps = maps;
    }

    public static OpenedMaps of(LmdbMapStore store) {
        ByteMaps maps = ByteMaps.of(store);
        return store.shared(OpenedMaps.class, () -> new OpenedMaps(maps));
    }

    public ByteMaps bytes() {
        return maps;
    }

    Collection<OpenedMap<?, ?>> all() {
        return opened.values();
    }

    public @Nullable OpenedMap<?, ?> find(UUID uuid) {
        return opened.get(uuid);
    }

    /** Returns an open map under the types of a declaration. */
    public <K, V> OpenedMap<K, V> of(MapDescriptor<K, V> descriptor) {
        OpenedMap<?, ?> found = opened.get(descriptor.uuid());
        if (found == null) {
            throw new StoreException(MapMessages.NOT_OPEN.text(descriptor));
        }
        if (found.descriptor() != descriptor) {
            checkAgree(found.descriptor(), descriptor);
        }
        @SuppressWarnings("unchecked") // the types have the same names
        OpenedMap<K, V> typed = (OpenedMap<K, V>) found;
        return typed;
    }

    public void forget(OpenedMap<?, ?> map) {
        opened.remove(map.descriptor().uuid());
        maps.forget(map.bytes());
    }

    /** Opens maps, all or none; their indexes are still to be attached where they are new. */
    public synchronized void open(List<? extends MapDescriptor<?, ?>> descriptors, boolean verified, Duration timeout) {
        checkDistinct(descriptors);
        maps.open(stored -> declared(stored, descriptors), timeout);
        for (MapDescriptor<?, ?> descriptor : descriptors) {
            ByteMap bytes = maps.find(descriptor.uuid());
            OpenedMap<?, ?> known = opened.get(descriptor.uuid());
            if (bytes != null && known == null) {
                opened.put(descriptor.uuid(), new OpenedMap<>(descriptor, bytes, verified));
            }
        }
    }

    private void checkDistinct(List<? extends MapDescriptor<?, ?>> descriptors) {
        Map<UUID, MapDescriptor<?, ?>> byUuid = new LinkedHashMap<>();
        opened.forEach((uuid, map) -> byUuid.put(uuid, map.descriptor()));
        for (MapDescriptor<?, ?> descriptor : descriptors) {
            MapDescriptor<?, ?> other = byUuid.putIfAbsent(descriptor.uuid(), descriptor);
            if (other != null && other != descriptor) {
                checkAgree(other, descriptor);
            }
            checkIndexes(descriptor);
        }
        Map<String, MapDescriptor<?, ?>> byName = new HashMap<>();
        for (MapDescriptor<?, ?> descriptor : byUuid.values()) {
            MapDescriptor<?, ?> other = byName.putIfAbsent(descriptor.name(), descriptor);
            if (other != null) {
                throw new StoreException(
                        MapMessages.TWICE_THE_NAME.text(descriptor.name(), other.uuid(), descriptor.uuid()));
            }
        }
    }

    private static void checkIndexes(MapDescriptor<?, ?> descriptor) {
        List<String> names = new ArrayList<>();
        for (MapIndex<?, ?, ?> index : descriptor.indexes()) {
            if (names.contains(index.name())) {
                throw new StoreException(MapMessages.CANNOT_REPEAT.text(index.name(), descriptor.name()));
            }
            names.add(index.name());
            checkAttachable(descriptor, index);
        }
    }

    public static void checkAttachable(MapDescriptor<?, ?> descriptor, MapIndex<?, ?, ?> index) {
        String sets = descriptor.valueType() instanceof SetType<?> type
                ? type.members().name()
                : "";
        String members =
                index instanceof MemberIndex<?, ?, ?> each ? each.members().name() : "";
        if (!sets.equals(members)) {
            throw new StoreException(MapMessages.SETS_ARE_INDEXED_BY_MEMBER.text(
                    index.name(), descriptor.name(), descriptor.valueType().name()));
        }
    }

    private static void checkAgree(MapDescriptor<?, ?> known, MapDescriptor<?, ?> other) {
        if (!known.name().equals(other.name())) {
            throw new StoreException(MapMessages.TWICE_THE_UUID.text(known.uuid(), known.name(), other.name()));
        }
        checkTypes(known.name(), known.keyType().name(), known.valueType().name(), other);
    }

    static void checkTypes(String name, String keyType, String valueType, MapDescriptor<?, ?> other) {
        if (!keyType.equals(other.keyType().name())) {
            throw new StoreException(MapMessages.OTHER_TYPE.text(
                    name, "key type", keyType, other.name(), other.keyType().name()));
        }
        if (!other.valueType().reads(valueType)) {
            throw new StoreException(MapMessages.OTHER_TYPE.text(
                    name,
                    "value type",
                    valueType,
                    other.name(),
                    other.valueType().name()));
        }
    }

    private static List<MapDefinition> declared(
            List<MapDefinition> stored, List<? extends MapDescriptor<?, ?>> descriptors) {
        List<MapDefinition> declared = new ArrayList<>();
        for (MapDescriptor<?, ?> descriptor : descriptors) {
            declared.add(stored.stream()
                    .filter(each -> each.uuid().equals(descriptor.uuid()))
                    .findFirst()
                    .map(each -> declared(each, descriptor))
                    .orElseGet(() -> fresh(descriptor)));
        }
        return declared;
    }

    private static MapDefinition declared(MapDefinition stored, MapDescriptor<?, ?> descriptor) {
        checkTypes(stored.name(), stored.keyType(), stored.valueType(), descriptor);
        int version = Math.max(stored.version(), descriptor.version());
        MapDefinition now = new MapDefinition(
                stored.uuid(),
                stored.number(),
                descriptor.name(),
                stored.keyType(),
                descriptor.valueType().name(),
                version,
                stored.lastIndex(),
                stored.indexes());
        return now.equals(stored) ? stored : now;
    }

    private static MapDefinition fresh(MapDescriptor<?, ?> descriptor) {
        MapDefinition definition = new MapDefinition(
                descriptor.uuid(),
                0,
                descriptor.name(),
                descriptor.keyType().name(),
                descriptor.valueType().name(),
                descriptor.version(),
                0,
                List.of());
        for (MapIndex<?, ?, ?> index : descriptor.indexes()) {
            definition = definition.with(next(definition, index));
        }
        return definition;
    }

    public static MapIndexDefinition next(MapDefinition definition, MapIndex<?, ?, ?> index) {
        return new MapIndexDefinition(
                definition.lastIndex() + 1, index.name(), index.type().name(), index.isUnique(), index.coveredName());
    }
}
