package dev.dormouse.lmdb.key;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keys of three parts; made by {@link KeyTypes}.
 *
 * @param <T> the class of the keys
 * @param <A> the class of the first part
 * @param <B> the class of the second part
 * @param <C> the class of the third part
 */
public final class Tuple3Key<T, A, B, C> extends TupleKey<T> {

    /**
     * Makes a key of its parts, as a rule the constructor of a record.
     *
     * @param <T> the class of the keys
     * @param <A> the class of the first part
     * @param <B> the class of the second part
     * @param <C> the class of the third part
     */
    public interface Maker<T, A, B, C> {

        /** Makes a key. */
        T make(A first, B second, C third);
    }

    private final Maker<T, A, B, C> maker;

    Tuple3Key(Maker<T, A, B, C> maker, List<KeyPart<T, ?>> parts) {
        super(parts);
        this.maker = maker;
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"})
    T make(@Nullable Object[] values) {
        return maker.make((A) values[0], (B) values[1], (C) values[2]);
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
}
