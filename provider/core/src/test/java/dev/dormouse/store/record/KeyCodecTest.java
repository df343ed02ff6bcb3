package dev.dormouse.store.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.type.ValueOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyCodecTest {

    record Pair(BasicType type, Object a, Object b) {}

    record Composite(
            List<BasicType> types, List<Boolean> descending, List<@Nullable Object> a, List<@Nullable Object> b) {}

    @Provide
    Arbitrary<Pair> pairs() {
        return Arbitraries.of(BasicType.class)
                .flatMap(type -> Combinators.combine(BasicValues.of(type), BasicValues.of(type))
                        .as((a, b) -> new Pair(type, a, b)));
    }

    @Provide
    Arbitrary<Composite> composites() {
        return Arbitraries.of(BasicType.class).list().ofMinSize(1).ofMaxSize(3).flatMap(types -> Combinators.combine(
                        Arbitraries.of(true, false).list().ofSize(types.size()), values(types), values(types))
                .as((descending, a, b) -> new Composite(types, descending, a, b)));
    }

    private static Arbitrary<List<@Nullable Object>> values(List<BasicType> types) {
        return Combinators.combine(types.stream()
                        .map(t -> BasicValues.of(t).injectNull(0.2))
                        .toList())
                .as(ArrayList::new);
    }

    private static KeyBuffer encoded(BasicType type, Object value) {
        KeyBuffer buffer = new KeyBuffer(0);
        KeyEncoder.value(buffer, type, value);
        return buffer;
    }

    @Property(tries = 4000, edgeCases = EdgeCasesMode.NONE)
    void bytesAreInTheOneOrder(@ForAll("pairs") Pair pair) {
        int order = ValueOrder.compare(pair.type, pair.a, pair.b);
        assertThat(Integer.signum(encoded(pair.type, pair.a).compareTo(encoded(pair.type, pair.b))))
                .isEqualTo(Integer.signum(order));
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void whatIsReadEqualsWhatWasWritten(@ForAll("pairs") Pair pair) {
        KeyBuffer buffer = encoded(pair.type, pair.a);
        KeyDecoder decoder = new KeyDecoder(buffer.array(), 0, buffer.length());
        Object read = decoder.value(pair.type);
        assertThat(decoder.atEnd()).isTrue();
        assertThat(Key.of(read)).isEqualTo(Key.of(pair.a));
        if (KeyDecoder.isExact(pair.type)) {
            assertThat(Record.of(read)).isEqualTo(Record.of(pair.a));
        }
    }

    @Test
    void textsOfIndexKeysThatComeAgainAreTheSame() {
        SharedTexts texts = new SharedTexts();
        for (boolean descending : List.of(false, true)) {
            for (String text : List.of("", "Bern", "Genève", "a\0b\1c", "\1", "a".repeat(40))) {
                String first = indexText(text, descending, texts);
                assertThat(first).isEqualTo(text);
                if (text.length() < 40) {
                    assertThat(indexText(text, descending, texts)).isSameAs(first);
                }
            }
        }
        KeyBuffer none = new KeyBuffer(0);
        KeyEncoder.indexPart(none, BasicType.STRING, null, true);
        assertThat(new KeyDecoder(none.array(), 0, none.length()).indexText(true, texts))
                .isNull();
    }

    private static @Nullable String indexText(String text, boolean descending, SharedTexts texts) {
        KeyBuffer buffer = new KeyBuffer(0);
        KeyEncoder.indexPart(buffer, BasicType.STRING, text, descending);
        KeyDecoder decoder = new KeyDecoder(buffer.array(), 0, buffer.length());
        String read = decoder.indexText(descending, texts);
        assertThat(decoder.atEnd()).isTrue();
        return read;
    }

    @Test
    void aKeyForgetsTheScaleOfADecimalAndTheSignOfZero() {
        for (Object value : List.of(new BigDecimal("1.50"), -0.0, -0.0f)) {
            BasicType type = BasicType.of(value);
            KeyBuffer buffer = encoded(type, value);
            assertThat(Record.of(new KeyDecoder(buffer.toBytes()).value(type))).isNotEqualTo(Record.of(value));
            assertThat(KeyDecoder.isExact(type)).isFalse();
        }
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void compositeKeysAreOrderedPartByPart(@ForAll("composites") Composite keys) {
        int expected = 0;
        for (int i = 0; i < keys.types.size() && expected == 0; i++) {
            expected = ValueOrder.compare(keys.types.get(i), keys.a.get(i), keys.b.get(i));
            if (keys.descending.get(i)) {
                expected = -expected;
            }
        }
        assertThat(Integer.signum(encoded(keys, keys.a).compareTo(encoded(keys, keys.b))))
                .isEqualTo(Integer.signum(expected));
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void compositeKeysComeBackWhole(@ForAll("composites") Composite keys) {
        KeyBuffer buffer = encoded(keys, keys.a);
        KeyDecoder decoder = new KeyDecoder(new byte[0]).reset(buffer.array(), 0, buffer.length());
        List<@Nullable Object> read = new ArrayList<>();
        for (int i = 0; i < keys.types.size(); i++) {
            read.add(decoder.indexPart(keys.types.get(i), keys.descending.get(i)));
        }
        assertThat(decoder.atEnd()).isTrue();
        assertThat(Key.of(read.toArray())).isEqualTo(Key.of(keys.a.toArray()));
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void noKeyBeginsAnother(@ForAll("composites") Composite keys) {
        KeyBuffer a = encoded(keys, keys.a);
        KeyBuffer b = encoded(keys, keys.b);
        assertThat(!a.equals(b) && a.startsWith(b.toBytes())).isFalse();
    }

    private static KeyBuffer encoded(Composite keys, List<@Nullable Object> values) {
        KeyBuffer buffer = new KeyBuffer();
        for (int i = 0; i < values.size(); i++) {
            KeyEncoder.indexPart(buffer, keys.types.get(i), values.get(i), keys.descending.get(i));
        }
        return buffer;
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void rangesHoldExactlyTheValuesBetweenTheirBounds(
            @ForAll("composites") Composite keys, @ForAll boolean from, @ForAll boolean to, @ForAll boolean inclusive) {
        BasicType type = keys.types.get(0);
        IndexDefinition index =
                new IndexDefinition(1, "i", List.of(new IndexPart(path(type), keys.descending.get(0))), false);
        Object low = keys.a.get(0);
        Object high = keys.b.get(0);
        KeyRangeBuilder builder = KeyRangeBuilder.index(index);
        if (from) {
            builder.from(low, inclusive);
        }
        if (to) {
            builder.to(high, inclusive);
        }
        KeyRange range = builder.build();
        for (Object value : new Object[] {low, high, null}) {
            KeyBuffer key = new KeyBuffer();
            KeyEncoder.indexPart(key, type, value, keys.descending.get(0));
            int below = ValueOrder.compare(type, value, low);
            int above = ValueOrder.compare(type, value, high);
            boolean expected = (!from || (inclusive ? below >= 0 : below > 0))
                    && (!to || (inclusive ? above <= 0 : above < 0))
                    && (value != null || from || !to || (high == null && inclusive));
            assertThat(range.contains(key)).as("%s in %s..%s", value, low, high).isEqualTo(expected);
        }
    }

    private static FieldPath path(BasicType type) {
        return FieldPath.of(new RecordType(List.of(new Field("f", type, true))), "f");
    }

    @Test
    void rangesOfAPrimaryKeyKnowNoNull() {
        TableDefinition table =
                TableDefinition.of("t", new RecordType(List.of(new Field("f", BasicType.LONG, false))), "f");
        assertThat(KeyRangeBuilder.primaryKey(table).equalTo(null).build().isEmpty())
                .isTrue();
        assertThat(KeyRangeBuilder.primaryKey(table).to(null, true).build().isEmpty())
                .isTrue();
        assertThat(KeyRangeBuilder.primaryKey(table).from(null, true).build()).isEqualTo(KeyRange.ALL);
        assertThat(KeyRangeBuilder.primaryKey(table).build()).isEqualTo(KeyRange.ALL);
    }

    @Test
    void aDecimalKeyForgetsTheScaleOnly() {
        assertThat(encoded(BasicType.DECIMAL, new BigDecimal("12.50")))
                .isEqualTo(encoded(BasicType.DECIMAL, new BigDecimal("12.5")));
        assertThat(encoded(BasicType.DECIMAL, new BigDecimal("1E+2147483647"))
                        .compareTo(encoded(BasicType.DECIMAL, new BigDecimal("1E-2147483646"))))
                .isPositive();
    }

    @Test
    void loneSurrogatesAreRefused() {
        for (String bad : List.of("a\uD800", "\uDC00", "\uDC00\uD800", "\uD800x")) {
            assertThatThrownBy(() -> encoded(BasicType.STRING, bad))
                    .isInstanceOf(MalformedKeyException.class)
                    .hasMessageContaining("DORM0700");
        }
    }

    @Test
    void bytesThatEndTooEarlyAreCorrupt() {
        assertThatThrownBy(() -> new KeyDecoder(new byte[] {1, 2}).value(BasicType.LONG))
                .isInstanceOf(MalformedKeyException.class)
                .hasMessageContaining("DORM0702");
    }
}
