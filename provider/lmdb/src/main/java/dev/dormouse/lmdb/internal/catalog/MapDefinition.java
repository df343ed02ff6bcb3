package dev.dormouse.lmdb.internal.catalog;

import dev.dormouse.lmdb.internal.failure.LmdbMessages;
import dev.dormouse.store.StoreException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the catalog keeps of a typed map.
 *
 * @param uuid what it is known by for ever
 * @param number its number among the native maps
 * @param name its last name
 * @param keyType the name of the form of its keys
 * @param valueType the name of the form of its values
 * @param version the newest version of the form of its values
 * @param lastIndex the highest number that an index ever had
 * @param indexes the indexes that are kept
 */
public record MapDefinition(
        UUID uuid,
        int number,
        String name,
        String keyType,
        String valueType,
        int version,
        int lastIndex,
        List<MapIndexDefinition> indexes) {

    /**
     * An index of a typed map.
     *
     * @param number its number, never given again; from 1 on
     * @param name its name
     * @param keyType the name of the form of its keys
     * @param unique whether a key may stand for one row only
     * @param covered the name of the form of the values beside the primary keys, or nothing
     */
    public record MapIndexDefinition(int number, String name, String keyType, boolean unique, String covered) {}

    /** Copies the list. */
    public MapDefinition {
        indexes = List.copyOf(indexes);
    }

    /** Returns the index of a name. */
    public Optional<MapIndexDefinition> index(String indexName) {
        return indexes.stream().filter(index -> index.name().equals(indexName)).findFirst();
    }

    /** Returns this map with one more index. */
    public MapDefinition with(MapIndexDefinition index) {
        List<MapIndexDefinition> more = new ArrayList<>(indexes);
        more.add(index);
        return new MapDefinition(
                uuid, number, name, keyType, valueType, version, Math.max(lastIndex, index.number()), more);
    }

    /** Returns this map without an index. */
    public MapDefinition without(MapIndexDefinition index) {
        List<MapIndexDefinition> fewer = new ArrayList<>(indexes);
        fewer.remove(index);
        return new MapDefinition(uuid, number, name, keyType, valueType, version, lastIndex, fewer);
    }

    byte[] bytes() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("uuid", uuid.toString());
        tree.put("number", number);
        tree.put("name", name);
        tree.put("key", keyType);
        tree.put("value", valueType);
        tree.put("version", version);
        tree.put("lastIndex", lastIndex);
        tree.put("indexes", indexes.stream().map(MapDefinition::tree).toList());
        return Cbor.write(tree);
    }

    private static Object tree(MapIndexDefinition index) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("number", index.number());
        tree.put("name", index.name());
        tree.put("key", index.keyType());
        tree.put("unique", index.unique());
        tree.put("covered", index.covered());
        return tree;
    }

    static MapDefinition read(byte[] bytes) {
        try {
            Tree tree = Tree.of(Cbor.read(bytes));
            return new MapDefinition(
                    UUID.fromString(tree.text("uuid")),
                    tree.integer("number"),
                    tree.text("name"),
                    tree.text("key"),
                    tree.text("value"),
                    tree.integer("version"),
                    tree.integer("lastIndex"),
                    tree.list("indexes", MapDefinition::index));
        } catch (IOException | IllegalArgumentException | ClassCastException e) {
            throw new StoreException(LmdbMessages.CORRUPT_CATALOG.text(e.getMessage()), e);
        }
    }

    private static MapIndexDefinition index(Object value) {
        Tree tree = Tree.of(value);
        return new MapIndexDefinition(
                tree.integer("number"), tree.text("name"), tree.text("key"), tree.flag("unique"), tree.text("covered"));
    }
}
