package dev.dormouse.lmdb.key;

import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyDecoder;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** A key type, the natural order of its values, its edges and random values. */
record KeyCase<K>(String name, KeyType<K> type, Comparator<K> order, List<K> edges, Arbitrary<K> random) {

    Arbitrary<K> values() {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(1, Arbitraries.of(edges)), net.jqwik.api.Tuple.of(2, random));
    }

    byte[] bytes(K key) {
        KeyBuffer out = new KeyBuffer(1);
        type.encode(out, key);
        return out.toBytes();
    }

    K read(byte[] bytes) {
        KeyDecoder in = new KeyDecoder(bytes);
        K key = type.decode(in);
        if (!in.atEnd()) {
            throw new AssertionError("bytes are left of " + name);
        }
        return key;
    }

    /** Two values of this case. */
    record Two<K>(KeyCase<K> of, K a, K b) {}

    Arbitrary<Two<K>> pairs() {
        return values().tuple2().map(two -> new Two<>(this, two.get1(), two.get2()));
    }

    static <A, B> KeyCase<Tuple2<A, B>> tuple(String name, KeyCase<A> a, KeyCase<B> b) {
        return new KeyCase<>(
                name,
                KeyTypes.tuple(a.type, b.type),
                by(Tuple2<A, B>::first, a).thenComparing(by(Tuple2<A, B>::second, b)),
                a.edges.stream()
                        .flatMap(x -> b.edges.stream().map(y -> new Tuple2<>(x, y)))
                        .toList(),
                net.jqwik.api.Combinators.combine(a.values(), b.values()).as(Tuple2::new));
    }

    static <A, B, C> KeyCase<Tuple3<A, B, C>> tuple(String name, KeyCase<A> a, KeyCase<B> b, KeyCase<C> c) {
        return new KeyCase<>(
                name,
                KeyTypes.tuple(a.type, b.type, c.type),
                by(Tuple3<A, B, C>::first, a)
                        .thenComparing(by(Tuple3<A, B, C>::second, b))
                        .thenComparing(by(Tuple3<A, B, C>::third, c)),
                edge(a, i -> new Tuple3<>(at(a, i), at(b, i + 1), at(c, 2 * i))),
                net.jqwik.api.Combinators.combine(a.values(), b.values(), c.values())
                        .as(Tuple3::new));
    }

    static <A, B, C, D> KeyCase<Tuple4<A, B, C, D>> tuple(
            String name, KeyCase<A> a, KeyCase<B> b, KeyCase<C> c, KeyCase<D> d) {
        return new KeyCase<>(
                name,
                KeyTypes.tuple(a.type, b.type, c.type, d.type),
                by(Tuple4<A, B, C, D>::first, a)
                        .thenComparing(by(Tuple4<A, B, C, D>::second, b))
                        .thenComparing(by(Tuple4<A, B, C, D>::third, c))
                        .thenComparing(by(Tuple4<A, B, C, D>::fourth, d)),
                edge(a, i -> new Tuple4<>(at(a, i), at(b, i + 1), at(c, 2 * i), at(d, 3 * i))),
                net.jqwik.api.Combinators.combine(a.values(), b.values(), c.values(), d.values())
                        .as(Tuple4::new));
    }

    static <A, B, C, D, E> KeyCase<Tuple5<A, B, C, D, E>> tuple(
            String name, KeyCase<A> a, KeyCase<B> b, KeyCase<C> c, KeyCase<D> d, KeyCase<E> e) {
        return new KeyCase<>(
                name,
                KeyTypes.tuple(a.type, b.type, c.type, d.type, e.type),
                by(Tuple5<A, B, C, D, E>::first, a)
                        .thenComparing(by(Tuple5<A, B, C, D, E>::second, b))
                        .thenComparing(by(Tuple5<A, B, C, D, E>::third, c))
                        .thenComparing(by(Tuple5<A, B, C, D, E>::fourth, d))
                        .thenComparing(by(Tuple5<A, B, C, D, E>::fifth, e)),
                edge(a, i -> new Tuple5<>(at(a, i), at(b, i + 1), at(c, 2 * i), at(d, 3 * i), at(e, i + 2))),
                net.jqwik.api.Combinators.combine(a.values(), b.values(), c.values(), d.values(), e.values())
                        .as(Tuple5::new));
    }

    private static <T, P> Comparator<T> by(Function<T, P> part, KeyCase<P> of) {
        return (x, y) -> of.order.compare(part.apply(x), part.apply(y));
    }

    private static <A> A at(KeyCase<A> of, int index) {
        return of.edges.get(index % of.edges.size());
    }

    private static <A, T> List<T> edge(KeyCase<A> first, java.util.function.IntFunction<T> make) {
        return java.util.stream.IntStream.range(0, Math.max(8, first.edges.size()))
                .mapToObj(make)
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
