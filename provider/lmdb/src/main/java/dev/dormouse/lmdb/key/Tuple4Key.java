package dev.dormouse.lmdb.key;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keys of four parts; made by {@link KeyTypes}.
 *
 * @param <T> the class of the keys
 * @param <A> the class of the first part
 * @param <B> the class of the second part
 * @param <C> the class of the third part
 * @param <D> the class of the fourth part
 */
public final class Tuple4Key<T, A, B, C, D> extends TupleKey<T> {

    /**
     * Makes a key of its parts, as a rule the constructor of a record.
     *
     * @param <T> the class of the keys
     * @param <A> the class of the first part
     * @param <B> the class of the second part
     * @param <C> the class of the third part
     * @param <D> the class of the fourth part
     */
    public interface Maker<T, A, B, C, D> {

        /** Makes a key. */
        T make(A first, B second, C third, D fourth);
    }

    private final Maker<T, A, B, C, D> maker;

    Tuple4Key(Maker<T, A, B, C, D> maker, List<KeyPart<T, ?>> parts) {
        super(parts);
        this.maker = maker;
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"})
    T make(@Nullable Object[] values) {
        return maker.make((A) values[0], (B) values[1], (C) values[2], (D) values[3]);
    }

    /** Returns the prefix of all keys that begin with a first part. */
    public KeyPrefix<T> startingWith(A first) {
        return prefix(first);
    }

    /** Returns the prefix of all keys that begin with a first part, then with a second part that itself begins so. */
    public KeyPrefix<T> startingWith(A first, KeyPrefix<B> second) {
        return prefix(second, first);
    }

    /** Returns the prefix of all keys that begin with two parts. */
    public KeyPrefix<T> startingWith(A first, B second) {
        return prefix(first, second);
    }

    /** Returns the prefix of all keys that begin with two parts, then with a third part that itself begins so. */
    public KeyPrefix<T> startingWith(A first, B second, KeyPrefix<C> third) {
        return prefix(third, first, second);
    }

    /** Returns the prefix of all keys that begin with three parts. */
    public KeyPrefix<T> startingWith(A first, B second, C third) {
        return prefix(first, second, third);
    }

    /** Returns the prefix of all keys that begin with three parts, then with a fourth part that itself begins so. */
    public KeyPrefix<T> startingWith(A first, B second, C third, KeyPrefix<D> fourth) {
        return prefix(fourth, first, second, third);
    }
}
