package dev.dormouse.lmdb.key;

/**
 * A key of three parts, for where a record of one's own does not pay.
 *
 * @param first the first part
 * @param second the second part
 * @param third the third part
 * @param <A> the class of the first part
 * @param <B> the class of the second part
 * @param <C> the class of the third part
 */
public record Tuple3<A, B, C>(A first, B second, C third) {}
