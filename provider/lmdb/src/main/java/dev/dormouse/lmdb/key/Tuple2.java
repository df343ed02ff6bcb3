package dev.dormouse.lmdb.key;

/**
 * A key of two parts, for where a record of one's own does not pay.
 *
 * @param first the first part
 * @param second the second part
 * @param <A> the class of the first part
 * @param <B> the class of the second part
 */
public record Tuple2<A, B>(A first, B second) {}
