package dev.dormouse.lmdb.key;

/**
 * A key of five parts, for where a record of one's own does not pay.
 *
 * @param first the first part
 * @param second the second part
 * @param third the third part
 * @param fourth the fourth part
 * @param fifth the fifth part
 * @param <A> the class of the first part
 * @param <B> the class of the second part
 * @param <C> the class of the third part
 * @param <D> the class of the fourth part
 * @param <E> the class of the fifth part
 */
public record Tuple5<A, B, C, D, E>(A first, B second, C third, D fourth, E fifth) {}
