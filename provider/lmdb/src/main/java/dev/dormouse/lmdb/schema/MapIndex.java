package dev.dormouse.lmdb.schema;

import dev.dormouse.lmdb.key.KeyType;
import dev.dormouse.lmdb.value.SetType;
import dev.dormouse.lmdb.value.ValueBuffer;
import dev.dormouse.lmdb.value.ValueType;
import java.util.Collections;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An index: a name and a function that gives each row its key, or keys. The database keeps it with every change of a row, in the same transaction. The function must give
 * equal rows equal keys; it runs when a row is written, never inside of a commit. What it throws reaches the caller of the write, and nothing is written. Immutable and
 * thread-safe, as far as the function is.
 *
 * @param <K> the class of the keys of the map
 * @param <V> the class of the values of the map
 * @param <I> the class of the keys of the index
 */
public sealed class MapIndex<K, V, I> permits CoveringIndex {

    private final String name;
    private final KeyType<I> type;
    private final BiFunction<? super K, ? super V, ? extends Iterable<? extends I>> keys;
    private final boolean unique;
    private final boolean nullable;

    MapIndex(
            String name,
            KeyType<I> type,
            BiFunction<? super K, ? super V, ? extends Iterable<? extends I>> keys,
            boolean unique,
            boolean nullable) {
        this.name = Objects.requireNonNull(name, "name");
        this.type = Objects.requireNonNull(type, "type");
        this.keys = keys;
        this.unique = unique;
        this.nullable = nullable;
    }

    /** Declares an index on something of the value: not unique, not nullable. */
    public static <K, V, I> MapIndex<K, V, I> of(
            String name, KeyType<I> type, Function<? super V, ? extends @Nullable I> key) {
        return ofRow(name, type, (k, v) -> key.apply(v));
    }

    /** Declares an index on something of key and value: not unique, not nullable. */
    public static <K, V, I> MapIndex<K, V, I> ofRow(
            String name, KeyType<I> type, BiFunction<? super K, ? super V, ? extends @Nullable I> key) {
        return new MapIndex<>(name, type, (k, v) -> one(key.apply(k, v)), false, false);
    }

    /** Declares an index that gives a row as many keys as there are elements, each once, and none for none; nullable. */
    public static <K, V, I> MapIndex<K, V, I> ofMany(
            String name, KeyType<I> type, Function<? super V, ? extends Iterable<? extends I>> keys) {
        return new MapIndex<>(name, type, (k, v) -> keys.apply(v), false, true);
    }

    /**
     * Declares an index on the members of sets: the rows that hold a member are found by it. Not unique: several rows may hold it.
     *
     * @param sets the type of the values of the map
     */
    public static <K, M> MemberIndex<K, M, M> ofMembers(String name, SetType<M> sets) {
        return ofMembers(name, sets.members(), sets, (row, member) -> member);
    }

    /**
     * Declares an index on the members of sets, each of which has a key of its own: not unique, not nullable.
     *
     * @param sets the type of the values of the map
     * @param key gives a member its key, from the key of the row and the member
     */
    public static <K, M, I> MemberIndex<K, M, I> ofMembers(
            String name,
            KeyType<I> type,
            SetType<M> sets,
            BiFunction<? super K, ? super M, ? extends @Nullable I> key) {
        return new MemberIndex<>(name, type, sets, key, false, false);
    }

    private static <I> Iterable<I> one(@Nullable I key) {
        return key == null ? Collections.emptyList() : Collections.singletonList(key);
    }

    /** Returns this index, in which a key stands for one row: a second row with it is refused. */
    public MapIndex<K, V, I> unique() {
        return new MapIndex<>(name, type, keys, true, nullable);
    }

    /** Returns this index, in which a row without a key, or with a tuple that lacks a part, has no entry; otherwise it is refused. */
    public MapIndex<K, V, I> nullable() {
        return new MapIndex<>(name, type, keys, unique, true);
    }

    /**
     * Returns this index with something of each row beside the primary key, which is then read without the row. Both together have at most 511 bytes; a row with more is refused.
     */
    public <C> CoveringIndex<K, V, I, C> covering(ValueType<C> covered, Function<? super V, ? extends C> function) {
        return new CoveringIndex<>(this, covered, function);
    }

    /** Returns the name, unique within the map. */
    public String name() {
        return name;
    }

    /** Returns how the keys become bytes. */
    public KeyType<I> type() {
        return type;
    }

    /** Tells whether a key stands for one row. */
    public boolean isUnique() {
        return unique;
    }

    /** Tells whether rows may have no key. */
    public boolean isNullable() {
        return nullable;
    }

    BiFunction<? super K, ? super V, ? extends Iterable<? extends I>> keys() {
        return keys;
    }

    /** Returns the keys of a row, as the function says. */
    public Iterable<? extends I> keysOf(K key, V value) {
        return keys.apply(key, value);
    }

    /** Returns the name of the form of what the index keeps of a row beside its primary key, empty for nothing. */
    public String coveredName() {
        return "";
    }

    /** Appends what the index keeps of a row beside its primary key. */
    public void encodeCovered(ValueBuffer out, V value) {
        // Nothing is covered.
    }
}
