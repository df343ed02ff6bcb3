package dev.dormouse.lmdb.schema;

import dev.dormouse.lmdb.key.KeyType;
import dev.dormouse.lmdb.value.SetType;
import dev.dormouse.lmdb.value.ValueTypes;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * An index on the members of sets: each member has one entry, so that adding or removing one costs the same however many there are. It covers the member, which is read without the row, and
 * finds the rows that hold it; made by {@link MapIndex#ofMembers}.
 *
 * @param <K> the class of the keys of the map
 * @param <M> the class of the members
 * @param <I> the class of the keys of the index
 */
public final class MemberIndex<K, M, I> extends CoveringIndex<K, Set<M>, I, M> {

    private final SetType<M> sets;
    private final BiFunction<? super K, ? super M, ? extends @Nullable I> key;

    MemberIndex(
            String name,
            KeyType<I> type,
            SetType<M> sets,
            BiFunction<? super K, ? super M, ? extends @Nullable I> key,
            boolean unique,
            boolean nullable) {
        super(
                new MapIndex<>(name, type, (row, set) -> all(key, row, set), unique, nullable),
                ValueTypes.ofKey(sets.members()),
                set -> {
                    throw new AssertionError("each member is covered by its own entry");
                });
        this.sets = sets;
        this.key = key;
    }

    private static <K, M, I> Iterable<I> all(
            BiFunction<? super K, ? super M, ? extends @Nullable I> key, K row, Set<M> set) {
        return set.stream().map(member -> (I) key.apply(row, member)).toList();
    }

    @Override
    public MemberIndex<K, M, I> unique() {
        return new MemberIndex<>(name(), type(), sets, key, true, isNullable());
    }

    @Override
    public MemberIndex<K, M, I> nullable() {
        return new MemberIndex<>(name(), type(), sets, key, isUnique(), true);
    }

    /** Returns how members become bytes. */
    public KeyType<M> members() {
        return sets.members();
    }

    /** Returns the index key of a member, null for none, as the function says. */
    public @Nullable I keyOf(K row, M member) {
        return key.apply(row, member);
    }

    @Override
    public String coveredName() {
        return "member " + members().name();
    }
}
