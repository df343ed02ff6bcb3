package dev.dormouse.lmdb.key;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.dormouse.lmdb.internal.json.JsonForm;
import dev.dormouse.store.type.BasicType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * The types of keys. All order by value; the guide on storage formats has the bytes of each.
 *
 * <pre>{@code
 * record TradeKey(UUID market, Instant at, long id) {}
 *
 * KeyType<TradeKey> trades = KeyTypes.tuple(
 *         TradeKey::new,
 *         KeyTypes.part(KeyTypes.uuid(), TradeKey::market),
 *         KeyTypes.part(KeyTypes.instant(), TradeKey::at),
 *         KeyTypes.part(KeyTypes.int64(), TradeKey::id));
 * }</pre>
 */
public final class KeyTypes {

    static final KeyType<Instant> INSTANT = new BasicKey<>(
            "instant", BasicType.INSTANT, Instant.class, JsonForm.text(Instant::toString, Instant::parse));
    static final KeyType<byte[]> BYTES = new BasicKey<>("bytes", BasicType.BYTES, byte[].class, JsonForm.binary());

    private static final KeyType<UUID> UUIDS =
            new BasicKey<>("uuid", BasicType.UUID, UUID.class, JsonForm.text(UUID::toString, UUID::fromString));
    private static final KeyType<Boolean> TRUTH =
            new BasicKey<>("bool", BasicType.BOOLEAN, Boolean.class, JsonForm.truth());
    private static final KeyType<LocalDate> DATES = new BasicKey<>(
            "date", BasicType.DATE, LocalDate.class, JsonForm.text(LocalDate::toString, LocalDate::parse));
    private static final KeyType<BigInteger> INTEGERS = new BasicKey<>(
            "integer",
            BasicType.BIG_INTEGER,
            BigInteger.class,
            JsonForm.number(JsonGenerator::writeNumber, JsonParser::getBigIntegerValue));
    private static final KeyType<BigDecimal> DECIMALS = new BasicKey<>(
            "decimal",
            BasicType.DECIMAL,
            BigDecimal.class,
            JsonForm.number(JsonGenerator::writeNumber, JsonParser::getDecimalValue));

    private static final KeyType<Byte> INT8 =
            new WholeNumberKey<>("byte", 1, Byte.MIN_VALUE, Byte.MAX_VALUE, Byte::longValue, n -> (byte) n);
    private static final KeyType<Short> INT16 =
            new WholeNumberKey<>("short", 2, Short.MIN_VALUE, Short.MAX_VALUE, Short::longValue, n -> (short) n);
    private static final KeyType<Integer> INT32 =
            new WholeNumberKey<>("int", 4, Integer.MIN_VALUE, Integer.MAX_VALUE, Integer::longValue, n -> (int) n);
    private static final KeyType<Integer> UINT8 =
            new WholeNumberKey<>("ubyte", 1, 0, 0xFF, Integer::longValue, n -> (int) n);
    private static final KeyType<Integer> UINT16 =
            new WholeNumberKey<>("ushort", 2, 0, 0xFFFF, Integer::longValue, n -> (int) n);
    private static final KeyType<Long> UINT32 =
            new WholeNumberKey<>("uint", 4, 0, 0xFFFF_FFFFL, Long::longValue, n -> n);
    private static final KeyType<Long> OBJECT_ID = new WholeNumberKey<>("oid", 8, 0, 1L << 53, Long::longValue, n -> n);

    private KeyTypes() {}

    /** Returns text, ordered by code point; a NUL may stand in it, a lone surrogate may not. */
    public static StringKey string() {
        return StringKey.INSTANCE;
    }

    /** Returns UUIDs, ordered as 128 bits without sign (unlike {@link UUID#compareTo}). */
    public static KeyType<UUID> uuid() {
        return UUIDS;
    }

    /** Returns object ids: whole numbers from 0 to 2<sup>53</sup>, which every language reads without loss. */
    public static KeyType<Long> objectId() {
        return OBJECT_ID;
    }

    /** Returns points in time to the nanosecond, whatever the year; eleven bytes, as in the provider's keys. */
    public static KeyType<Instant> instant() {
        return INSTANT;
    }

    /** Returns points in time to the nanosecond in eight bytes, which reach from 1677 to 2262; others are refused. */
    public static KeyType<Instant> instantNanos() {
        return NanosKey.INSTANCE;
    }

    /** Returns dates without zone. */
    public static KeyType<LocalDate> date() {
        return DATES;
    }

    /** Returns whole numbers of 8 bits with sign. */
    public static KeyType<Byte> int8() {
        return INT8;
    }

    /** Returns whole numbers of 16 bits with sign. */
    public static KeyType<Short> int16() {
        return INT16;
    }

    /** Returns whole numbers of 32 bits with sign. */
    public static KeyType<Integer> int32() {
        return INT32;
    }

    /** Returns whole numbers of 64 bits with sign. */
    public static KeyType<Long> int64() {
        return LongKey.INSTANCE;
    }

    /** Returns whole numbers from 0 to 255. */
    public static KeyType<Integer> uint8() {
        return UINT8;
    }

    /** Returns whole numbers from 0 to 65,535. */
    public static KeyType<Integer> uint16() {
        return UINT16;
    }

    /** Returns whole numbers from 0 to 2<sup>32</sup> - 1. */
    public static KeyType<Long> uint32() {
        return UINT32;
    }

    /** Returns whole numbers of 64 bits without sign: a negative long stands for what {@link Long#toUnsignedString} prints. */
    public static KeyType<Long> uint64() {
        return UnsignedLongKey.INSTANCE;
    }

    /** Returns whole numbers without bound, such as amounts of 256 bits. */
    public static KeyType<BigInteger> bigInteger() {
        return INTEGERS;
    }

    /** Returns decimals, ordered and told apart by value: 1.0 and 1.00 are one key, which is read back without trailing zeros. */
    public static KeyType<BigDecimal> decimal() {
        return DECIMALS;
    }

    /** Returns true and false; false is lower. */
    public static KeyType<Boolean> bool() {
        return TRUTH;
    }

    /** Returns the constants of an enum in their order. Constants may be renamed, and appended; one that changes its place changes what is stored. */
    public static <E extends Enum<E>> KeyType<E> enumeration(Class<E> type) {
        return new EnumKey<>(type);
    }

    /** Returns bytes of any length, ordered without sign, a prefix before what it begins. */
    public static KeyType<byte[]> bytes() {
        return BYTES;
    }

    /**
     * Returns bytes of one length, ordered without sign.
     *
     * @throws IllegalArgumentException if the size is below 1 or above {@link KeyType#LIMIT}
     */
    public static KeyType<byte[]> bytes(int size) {
        return new FixedBytesKey(size);
    }

    /** Returns keys of a type and null, which is the lowest and equal to no other, not even to one that is all zero. */
    public static <K> KeyType<K> nullable(KeyType<K> type) {
        return type instanceof NullableKey ? type : new NullableKey<>(type);
    }

    /** Returns a part of a tuple: its type, and what takes it out. */
    public static <T, P> KeyPart<T, P> part(KeyType<P> type, Function<T, P> from) {
        return new KeyPart<>(type, from);
    }

    /** Returns keys of two parts that are records of one's own: their constructor, and each part with what takes it out. */
    public static <T, A, B> Tuple2Key<T, A, B> tuple(
            Tuple2Key.Maker<T, A, B> maker, KeyPart<T, A> first, KeyPart<T, B> second) {
        return new Tuple2Key<>(maker, List.of(first, second));
    }

    /** Returns keys of two parts without a record of one's own. */
    public static <A, B> Tuple2Key<Tuple2<A, B>, A, B> tuple(KeyType<A> first, KeyType<B> second) {
        return tuple(Tuple2::new, part(first, Tuple2::first), part(second, Tuple2::second));
    }

    /** Returns keys of three parts that are records of one's own: their constructor, and each part with what takes it out. */
    public static <T, A, B, C> Tuple3Key<T, A, B, C> tuple(
            Tuple3Key.Maker<T, A, B, C> maker, KeyPart<T, A> first, KeyPart<T, B> second, KeyPart<T, C> third) {
        return new Tuple3Key<>(maker, List.of(first, second, third));
    }

    /** Returns keys of three parts without a record of one's own. */
    public static <A, B, C> Tuple3Key<Tuple3<A, B, C>, A, B, C> tuple(
            KeyType<A> first, KeyType<B> second, KeyType<C> third) {
        return tuple(Tuple3::new, part(first, Tuple3::first), part(second, Tuple3::second), part(third, Tuple3::third));
    }

    /** Returns keys of four parts that are records of one's own: their constructor, and each part with what takes it out. */
    public static <T, A, B, C, D> Tuple4Key<T, A, B, C, D> tuple(
            Tuple4Key.Maker<T, A, B, C, D> maker,
            KeyPart<T, A> first,
            KeyPart<T, B> second,
            KeyPart<T, C> third,
            KeyPart<T, D> fourth) {
        return new Tuple4Key<>(maker, List.of(first, second, third, fourth));
    }

    /** Returns keys of four parts without a record of one's own. */
    public static <A, B, C, D> Tuple4Key<Tuple4<A, B, C, D>, A, B, C, D> tuple(
            KeyType<A> first, KeyType<B> second, KeyType<C> third, KeyType<D> fourth) {
        return tuple(
                Tuple4::new,
                part(first, Tuple4::first),
                part(second, Tuple4::second),
                part(third, Tuple4::third),
                part(fourth, Tuple4::fourth));
    }

    /** Returns keys of five parts that are records of one's own: their constructor, and each part with what takes it out. */
    public static <T, A, B, C, D, E> Tuple5Key<T, A, B, C, D, E> tuple(
            Tuple5Key.Maker<T, A, B, C, D, E> maker,
            KeyPart<T, A> first,
            KeyPart<T, B> second,
            KeyPart<T, C> third,
            KeyPart<T, D> fourth,
            KeyPart<T, E> fifth) {
        return new Tuple5Key<>(maker, List.of(first, second, third, fourth, fifth));
    }

    /** Returns keys of five parts without a record of one's own. */
    public static <A, B, C, D, E> Tuple5Key<Tuple5<A, B, C, D, E>, A, B, C, D, E> tuple(
            KeyType<A> first, KeyType<B> second, KeyType<C> third, KeyType<D> fourth, KeyType<E> fifth) {
        return tuple(
                Tuple5::new,
                part(first, Tuple5::first),
                part(second, Tuple5::second),
                part(third, Tuple5::third),
                part(fourth, Tuple5::fourth),
                part(fifth, Tuple5::fifth));
    }
}
