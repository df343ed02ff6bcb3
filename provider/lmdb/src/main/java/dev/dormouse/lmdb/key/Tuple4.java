package dev.dormouse.lmdb.key;

/**
 * A key of four parts, for where a record of one's own does not pay.
 *
 * @param first the first part
 * @param second the second part
 * @param third the third part
 * @param fourth the fourth part
 * @param <A> the class of the first part
 * @param <B> the class of the second part
 * @param <C> the class of the third part
 * @param <D> the class of the fourth part
 */
public record Tuple4<A, B, C, D>(A first, B second, C third, D fourth) {}
