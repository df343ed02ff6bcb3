package dev.dormouse.lmdb.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import dev.dormouse.lmdb.internal.json.BasicJson;
import dev.dormouse.lmdb.internal.json.JsonForm;
import dev.dormouse.lmdb.internal.shape.Shapes;
import dev.dormouse.lmdb.internal.shape.Structure;
import dev.dormouse.lmdb.internal.stream.StreamCodec;
import dev.dormouse.lmdb.internal.stream.StreamCodecs;
import dev.dormouse.lmdb.internal.stream.StreamForm;
import dev.dormouse.lmdb.internal.stream.TreeCodec;
import dev.dormouse.lmdb.key.KeyType;
import dev.dormouse.lmdb.key.KeyTypes;
import dev.dormouse.store.type.BasicType;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Function;

/** The types of values; the guide on storage formats has the bytes of each. */
public final class ValueTypes {

    private static final JsonFactory JSON = new JsonFactory();
    private static final CBORFactory CBOR = new CBORFactory();

    private static final ValueType<UUID> UUIDS = new KeyValue<>(KeyTypes.uuid());
    private static final ValueType<Instant> INSTANTS = new KeyValue<>(KeyTypes.instant());
    private static final ValueType<byte[]> BYTES = new PlainValue<>(
            "bytes", PlainValue.ANY_SIZE, ValueBuffer::write, Corrupt::copy, BasicJson.form(BasicType.BYTES));
    private static final ValueType<Object> TREES =
            new StreamedValue<>("json", JSON, TreeCodec.INSTANCE, TreeCodec.INSTANCE, Object.class);

    private ValueTypes() {}

    /** Returns text in UTF-8. */
    public static ValueType<String> string() {
        return StringValue.INSTANCE;
    }

    /** Returns whole numbers of 64 bits with sign. */
    public static ValueType<Long> int64() {
        return LongValue.INSTANCE;
    }

    /** Returns UUIDs. */
    public static ValueType<UUID> uuid() {
        return UUIDS;
    }

    /** Returns points in time to the nanosecond. */
    public static ValueType<Instant> instant() {
        return INSTANTS;
    }

    /** Returns object ids, from 0 to 2<sup>53</sup>. */
    public static ValueType<Long> objectId() {
        return ofKey(KeyTypes.objectId());
    }

    /** Returns bytes of any length. */
    public static ValueType<byte[]> bytes() {
        return BYTES;
    }

    /** Returns bytes of one length, at most {@link KeyType#LIMIT}. */
    public static ValueType<byte[]> bytes(int size) {
        return ofKey(KeyTypes.bytes(size));
    }

    /** Returns values in the bytes of a key type: numbers, dates, enums, tuples. */
    public static <V> ValueType<V> ofKey(KeyType<V> type) {
        return new KeyValue<>(type);
    }

    /** Returns sets whose members are entries of their own, such as {@code setOf(KeyTypes.uuid())}. */
    public static <M> SetType<M> setOf(KeyType<M> members) {
        return new MemberSet<>(members);
    }

    /** Returns arrays of truths, one byte each. */
    public static ValueType<boolean[]> booleans() {
        return new NumbersValue<>(boolean[].class);
    }

    /** Returns arrays of numbers of 16 bits. */
    public static ValueType<short[]> shorts() {
        return new NumbersValue<>(short[].class);
    }

    /** Returns arrays of characters, 16 bits each. */
    public static ValueType<char[]> chars() {
        return new NumbersValue<>(char[].class);
    }

    /** Returns arrays of numbers of 32 bits. */
    public static ValueType<int[]> ints() {
        return new NumbersValue<>(int[].class);
    }

    /** Returns arrays of numbers of 64 bits. */
    public static ValueType<long[]> longs() {
        return new NumbersValue<>(long[].class);
    }

    /** Returns arrays of floating-point numbers of 32 bits, bit by bit as they are. */
    public static ValueType<float[]> floats() {
        return new NumbersValue<>(float[].class);
    }

    /** Returns arrays of floating-point numbers of 64 bits, bit by bit as they are. */
    public static ValueType<double[]> doubles() {
        return new NumbersValue<>(double[].class);
    }

    /** Returns whatever JSON has: maps from texts, lists, texts, numbers, truth; fractions are read as {@link Double}. */
    public static ValueType<Object> json() {
        return TREES;
    }

    /**
     * Returns records or beans as JSON.
     *
     * @throws IllegalArgumentException if the class, or a property of it, cannot be kept
     */
    public static <V> ValueType<V> json(Class<V> type) {
        StreamCodec codec = StreamCodecs.of(Shapes.of(type), StreamForm.JSON);
        return new StreamedValue<>("json", JSON, codec, codec, type);
    }

    /**
     * Returns records or beans as CBOR, which any CBOR tool reads: maps from the names of components or fields. Properties may be added, removed and put in another order.
     *
     * @throws IllegalArgumentException if the class, or a property of it, cannot be kept
     */
    public static <V> ValueType<V> cbor(Class<V> type) {
        Structure structure = Shapes.of(type);
        return new StreamedValue<>(
                "cbor",
                CBOR,
                StreamCodecs.of(structure, StreamForm.CBOR),
                StreamCodecs.of(structure, StreamForm.JSON),
                type);
    }

    /**
     * Returns records or beans as FlatBuffers, of which one property is read without the others.
     *
     * @throws IllegalArgumentException if the class, or a property of it, cannot be kept
     */
    public static <V> FlatBuffersType<V> flatBuffers(Class<V> type) {
        return new FlatBuffersType<>(type);
    }

    /**
     * Returns values with a pair of functions of one's own.
     *
     * @param name says what the bytes are; a map that was written under another name is refused
     * @param marshal makes bytes
     * @param unmarshal makes the value of them again; what it throws is told as a corrupt value
     */
    public static <V> ValueType<V> marshalled(String name, Function<V, byte[]> marshal, Function<byte[], V> unmarshal) {
        return new PlainValue<>(
                "marshalled(" + name + ")",
                PlainValue.ANY_SIZE,
                (out, value) -> out.write(marshal.apply(value)),
                bytes -> unmarshal.apply(Corrupt.copy(bytes)),
                JsonForm.text(
                        value -> Base64.getEncoder().encodeToString(marshal.apply(value)),
                        text -> unmarshal.apply(Base64.getDecoder().decode(text))));
    }
}
