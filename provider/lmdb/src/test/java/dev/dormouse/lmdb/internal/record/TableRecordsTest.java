package dev.dormouse.lmdb.internal.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.flatbuffers.Table;
import dev.dormouse.lmdb.internal.record.RandomRecords.Pair;
import dev.dormouse.lmdb.internal.record.RandomRecords.Typed;
import dev.dormouse.store.Change.FieldChange;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.record.BasicValues;
import dev.dormouse.store.record.EncodedText;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.type.ValueOrder;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableRecordsTest {

    private static final RecordType PERSON = new RecordType(List.of(
            new Field("id", BasicType.LONG, false),
            new Field("name", BasicType.STRING, true),
            new Field("age", BasicType.INTEGER, true),
            new Field("key", BasicType.UUID, true),
            new Field(
                    "address",
                    new RecordType(List.of(
                            new Field("street", BasicType.STRING, true), new Field("zip", BasicType.INTEGER, true))),
                    true),
            new Field("tags", new ArrayType(BasicType.STRING), true),
            new Field("active", BasicType.BOOLEAN, true),
            new Field("balance", BasicType.DECIMAL, true)));

    private final RecordBuffer buffer = new RecordBuffer();

    private static TableRecords records(RecordType type, String codec) {
        return new TableRecords("T", type, codec, "none", 1, false);
    }

    private static Record person() {
        return Record.of(
                7L,
                "Zoë",
                41,
                new UUID(1, 2),
                Record.of("Main", 12345),
                Arrays.asList("a", null, "c"),
                true,
                new BigDecimal("12.50"));
    }

    /** The bytes at another place, as LMDB has them. */
    private static DirectBuffer moved(DirectBuffer bytes) {
        ByteBuffer memory = ByteBuffer.allocateDirect(bytes.capacity() + 2);
        UnsafeBuffer target = new UnsafeBuffer(memory, 2, bytes.capacity());
        target.putBytes(0, bytes, 0, bytes.capacity());
        return target;
    }

    @Provide
    Arbitrary<Typed> typed() {
        return RandomRecords.typed();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void flatbuffers_round_trip(@ForAll("typed") Typed typed) {
        roundTrip(typed, "flatbuffers");
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void cbor_round_trip(@ForAll("typed") Typed typed) {
        roundTrip(typed, "cbor");
    }

    @Provide
    Arbitrary<Pair> pairs() {
        return RandomRecords.pairs();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aChangedFieldIsThatOfARecordEncodedAnew(@ForAll("pairs") Pair pair) {
        TableRecords records = records(pair.type(), "flatbuffers");
        DirectBuffer bytes = moved(records.encode(pair.one(), buffer));
        for (FieldPath path : FieldPath.leaves(pair.type())) {
            Record expected = pair.one().copy();
            expected.set(path, pair.other().get(path));
            DirectBuffer patched =
                    records.patched(bytes, List.of(new FieldChange.Set(path, expected.get(path))), buffer);
            assertThat(patched != null || !keepsSize(path, pair)).isTrue();
            if (patched != null) {
                assertThat(records.isIntact(patched)).isTrue();
                assertThat(records.view(patched).copy()).isEqualTo(expected);
            }
        }
    }

    private static boolean keepsSize(FieldPath path, Pair pair) {
        boolean isInPlace = path.type() instanceof BasicType basic && !FlatLayout.isReference(basic);
        return isInPlace && pair.one().get(path) != null && pair.other().get(path) != null;
    }

    @Test
    void aChangeThatNeedsAnotherSizeIsLeftToTheEncoder() {
        TableRecords records = records(PERSON, "flatbuffers");
        DirectBuffer bytes = moved(records.encode(person(), buffer));
        FieldPath name = FieldPath.of(PERSON, "name");
        assertThat(records.patched(bytes, List.of(new FieldChange.Set(name, "Noah")), buffer))
                .isNotNull();
        assertThat(records.patched(bytes, List.of(new FieldChange.Set(name, "Noahs")), buffer))
                .isNull();
        assertThat(records.patched(bytes, List.of(new FieldChange.Set(name, null)), buffer))
                .isNull();
        assertThat(records(PERSON, "cbor").patched(bytes, List.of(new FieldChange.Set(name, "Noah")), buffer))
                .isNull();
    }

    @Test
    void aDamagedRecordIsNotPatched() {
        TableRecords records = records(PERSON, "flatbuffers");
        UnsafeBuffer bytes = (UnsafeBuffer) moved(records.encode(person(), buffer));
        bytes.putByte(bytes.capacity() - 3, (byte) (bytes.getByte(bytes.capacity() - 3) ^ 1));
        List<FieldChange> age = List.of(new FieldChange.Set(FieldPath.of(PERSON, "age"), 42));
        assertThatThrownBy(() -> records.patched(bytes, age, buffer)).isInstanceOf(StoreException.class);
    }

    @Property(tries = 300)
    void textsAreEqualAsTheyLieWhereTheyAreDecoded(@ForAll("texts") String own, @ForAll("texts") String other) {
        RecordView view = records(PERSON, "flatbuffers")
                .view(moved(records(PERSON, "flatbuffers").encode(Record.of(7L, own), buffer)));
        assertThat(view.has(FieldPath.of(PERSON, "name"), own)).isTrue();
        assertThat(view.has(FieldPath.of(PERSON, "name"), other)).isEqualTo(own.equals(other));
    }

    @Property(tries = 500)
    void texts_compare_as_they_lie_by_code_point(
            @ForAll("texts") String own, @ForAll("texts") String other, @ForAll boolean cbor) {
        TableRecords records = records(PERSON, cbor ? "cbor" : "flatbuffers");
        FieldPath street = FieldPath.of(PERSON, "address", "street");
        Record record = Record.of(7L, own, 41, null, Record.of(other, 1), null, null, null);
        RecordView view = records.view(moved(records.encode(record, buffer)));
        assertThat(Integer.signum(view.compareText(FieldPath.of(PERSON, "name"), encoded(other))))
                .isEqualTo(Integer.signum(ValueOrder.compare(own, other)));
        assertThat(Integer.signum(view.compareText(street, encoded(own))))
                .isEqualTo(Integer.signum(ValueOrder.compare(other, own)));
    }

    /** The last field is no CBOR, so that a record that was decoded would be found corrupt. */
    @Test
    void conditionsOverCborDecodeNothing() {
        TableRecords records = records(PERSON, "cbor");
        DirectBuffer bytes = moved(records.encode(person(), buffer));
        int balance = bytes.capacity() - 1;
        while (bytes.getByte(balance) != (byte) 0xC4) {
            balance--;
        }
        ((UnsafeBuffer) bytes).putByte(balance, (byte) 0xFF);
        RecordView view = records.view(bytes);
        assertThat(view.compareText(FieldPath.of(PERSON, "name"), encoded("Zo")))
                .isPositive();
        assertThat(view.compareText(FieldPath.of(PERSON, "address", "street"), encoded("Main")))
                .isZero();
        assertThat(view.getInt(FieldPath.of(PERSON, "age"))).isEqualTo(41);
        assertThat(view.getInt(FieldPath.of(PERSON, "address", "zip"))).isEqualTo(12345);
        assertThat(view.getLong(FieldPath.of(PERSON, "id"))).isEqualTo(7);
        assertThat(view.getBoolean(FieldPath.of(PERSON, "active"))).isTrue();
        assertThat(view.isNull(FieldPath.of(PERSON, "tags"))).isFalse();
        assertThatThrownBy(view::copy).isInstanceOf(StoreException.class).hasMessageStartingWith("DORM");
    }

    @Test
    void aLongTextInCborIsComparedToo() {
        TableRecords records = records(PERSON, "cbor");
        String text = "\u00E4b".repeat(5_000);
        RecordView view =
                records.view(moved(records.encode(Record.of(1L, text, null, null, null, null, null, null), buffer)));
        assertThat(view.compareText(FieldPath.of(PERSON, "name"), encoded(text)))
                .isZero();
        assertThat(view.compareText(FieldPath.of(PERSON, "name"), encoded(text + "a")))
                .isNegative();
        assertThat(view.isNull(FieldPath.of(PERSON, "active"))).isTrue();
    }

    @Property(tries = 300)
    void bytesThatAreNoCborAreReportedAsCorrupt(@ForAll @Size(min = 1, max = 40) byte[] content) {
        UnsafeBuffer bytes = new UnsafeBuffer(new byte[RecordHeader.LENGTH + content.length]);
        bytes.putBytes(0, records(PERSON, "cbor").encode(person(), buffer), 0, RecordHeader.LENGTH);
        bytes.putBytes(RecordHeader.LENGTH, content);
        RecordView view = records(PERSON, "cbor").view(bytes);
        try {
            assertThat(view.isNull(FieldPath.of(PERSON, "address", "street"))).isIn(true, false);
        } catch (StoreException corrupt) {
            assertThat(corrupt).hasMessageStartingWith("DORM");
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> any = BasicValues.of(BasicType.STRING).map(String.class::cast);
        return Arbitraries.oneOf(
                any, Arbitraries.strings().withChars("ab\u00E4\uFFFD").ofMaxLength(20));
    }

    private static EncodedText encoded(String text) {
        return EncodedText.of(text).orElseThrow();
    }

    /** What is asked of a view that has decoded nothing yet. */
    private static void inPlace(RecordView view, FieldPath path, @Nullable Object expected) {
        if (path.type() instanceof BasicType) {
            assertThat(view.has(path, expected)).isTrue();
            assertThat(view.has(path, null)).isEqualTo(expected == null);
        }
        assertThat(view.isNull(path)).isEqualTo(expected == null);
        if (expected != null && path.type() instanceof BasicType basic) {
            switch (basic) {
                case BOOLEAN -> assertThat(view.getBoolean(path)).isEqualTo(expected);
                case INTEGER -> assertThat(view.getInt(path)).isEqualTo(expected);
                case LONG -> assertThat(view.getLong(path)).isEqualTo(expected);
                case STRING ->
                    assertThat(view.compareText(path, encoded((String) expected)))
                            .isZero();
                default -> assertThat(view.get(path)).isEqualTo(expected);
            }
        }
    }

    private void roundTrip(Typed typed, String codec) {
        TableRecords records = records(typed.type(), codec);
        DirectBuffer bytes = moved(records.encode(typed.record(), buffer));
        assertThat(records.isIntact(bytes)).isTrue();
        for (FieldPath path : FieldPath.leaves(typed.type())) {
            inPlace(records.view(bytes), path, typed.record().get(path));
        }
        RecordView view = records.view(bytes);
        assertThat(view.copy()).isEqualTo(typed.record());
        assertThat(view.retain().copy()).isEqualTo(typed.record());
        for (FieldPath path : FieldPath.leaves(typed.type())) {
            Object expected = typed.record().get(path);
            assertThat(view.isNull(path)).isEqualTo(expected == null);
            if (!path.isArray()) {
                assertThat(view.get(path)).isEqualTo(expected);
            } else if (expected != null) {
                assertThat(Record.of(decoded((List<?>) Objects.requireNonNull(view.get(path)))))
                        .isEqualTo(Record.of(expected));
            }
        }
    }

    private static List<Object> decoded(List<?> values) {
        List<Object> list = new ArrayList<>();
        for (Object each : values) {
            list.add(each instanceof RecordView view ? view.copy() : each);
        }
        return list;
    }

    @ParameterizedTest
    @ValueSource(strings = {"flatbuffers", "cbor"})
    void reads_single_fields(String codec) {
        TableRecords records = records(PERSON, codec);
        RecordView view = records.view(moved(records.encode(person(), buffer)));
        assertThat(view.getLong(FieldPath.of(PERSON, "id"))).isEqualTo(7);
        assertThat(view.getInt(FieldPath.of(PERSON, "age"))).isEqualTo(41);
        assertThat(view.getBoolean(FieldPath.of(PERSON, "active"))).isTrue();
        assertThat(view.getString(FieldPath.of(PERSON, "name"))).isEqualTo("Zoë");
        assertThat(view.getInt(FieldPath.of(PERSON, "address", "zip"))).isEqualTo(12345);
        assertThat(view.get(FieldPath.of(PERSON, "tags"))).isEqualTo(Arrays.asList("a", null, "c"));
        assertThat(view.get(FieldPath.of(PERSON, "balance"))).isEqualTo(new BigDecimal("12.50"));
        RecordView address = (RecordView) Objects.requireNonNull(view.get(FieldPath.of(PERSON, "address")));
        assertThat(address).isNotNull();
        assertThat(address.copy()).isEqualTo(Record.of("Main", 12345));
    }

    @ParameterizedTest
    @ValueSource(strings = {"flatbuffers", "cbor"})
    void an_older_record_has_nulls_in_newer_fields(String codec) {
        DirectBuffer bytes = moved(records(PERSON, codec).encode(person(), buffer));
        List<Field> wider = new ArrayList<>(PERSON.fields());
        wider.add(new Field("added", BasicType.STRING, true));
        RecordType type = new RecordType(wider);
        RecordView view = records(type, "flatbuffers").view(bytes);
        assertThat(view.isNull(FieldPath.of(type, "added"))).isTrue();
        assertThat(view.getLong(FieldPath.of(type, "id"))).isEqualTo(7);
    }

    @Test
    void both_codecs_stand_in_one_table() {
        TableRecords flat = records(PERSON, "flatbuffers");
        TableRecords cbor = records(PERSON, "cbor");
        assertThat(flat.view(moved(cbor.encode(person(), buffer))).copy()).isEqualTo(person());
        assertThat(cbor.view(moved(flat.encode(person(), buffer))).copy()).isEqualTo(person());
    }

    @ParameterizedTest
    @CsvSource({"flatbuffers,zlib", "flatbuffers,snappy", "flatbuffers,zstd", "cbor,zlib", "cbor,snappy", "cbor,zstd"})
    void records_are_compressed_where_that_makes_them_shorter(String codec, String compression) {
        TableRecords plain = records(PERSON, codec);
        TableRecords compressing = new TableRecords("T", PERSON, codec, compression, 1, false);
        Record person = person();
        person.set(1, "Zoë, ".repeat(100_000));
        int length = plain.encode(person, buffer).capacity();
        DirectBuffer bytes = moved(compressing.encode(person, buffer));
        assertThat(bytes.capacity()).isLessThan(length / 10);
        assertThat(plain.view(bytes).copy()).isEqualTo(person);
        assertThat(plain.view(bytes).getInt(FieldPath.of(PERSON, "age"))).isEqualTo(41);
        assertThat(compressing.view(moved(plain.encode(person(), buffer))).copy())
                .isEqualTo(person());
        // Random bytes do not become shorter.
        byte[] noise = new byte[1000];
        new Random(1).nextBytes(noise);
        RecordType raw = new RecordType(List.of(new Field("noise", BasicType.BYTES, true)));
        TableRecords noisy = new TableRecords("T", raw, codec, compression, 1, false);
        DirectBuffer same = moved(noisy.encode(Record.of((Object) noise), buffer));
        assertThat(RecordHeader.compression(same)).isZero();
        assertThat(noisy.view(same).copy()).isEqualTo(Record.of((Object) noise));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zlib", "snappy", "zstd"})
    void a_damaged_compressed_record_is_found_whatever_the_setting(String compression) {
        TableRecords compressing = new TableRecords("T", PERSON, "flatbuffers", compression, 1, false);
        Record person = person();
        person.set(1, "Zoë, ".repeat(100));
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            UnsafeBuffer bytes = new UnsafeBuffer(moved(compressing.encode(person, buffer)));
            int at = 4 + random.nextInt(bytes.capacity() - 4);
            bytes.putByte(at, (byte) (bytes.getByte(at) ^ (1 << random.nextInt(8))));
            assertThatThrownBy(() -> compressing.view(bytes))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("DORM0823");
        }
    }

    @Test
    void an_unknown_compression_is_named() {
        assertThatThrownBy(() -> new TableRecords("T", PERSON, "cbor", "lz4", 1, false))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("DORM0835")
                .hasMessageContaining("lz4");
        UnsafeBuffer bytes = new UnsafeBuffer(moved(records(PERSON, "cbor").encode(person(), buffer)));
        bytes.putByte(1, (byte) 9);
        assertThatThrownBy(() -> records(PERSON, "cbor").view(bytes))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("DORM0836");
    }

    /** What the generated code of a {@code .fbs} file does. */
    private static final class Reader extends Table {
        Reader(DirectBuffer record) {
            byte[] rest = new byte[record.capacity() - RecordHeader.LENGTH];
            record.getBytes(RecordHeader.LENGTH, rest);
            bb = ByteBuffer.wrap(rest).order(ByteOrder.LITTLE_ENDIAN);
            __reset(bb.getInt(0), bb);
        }

        private Reader(ByteBuffer bytes, int at) {
            bb = bytes;
            __reset(at, bb);
        }

        int at(int ordinal) {
            int offset = __offset(4 + 2 * ordinal);
            return offset == 0 ? 0 : bb_pos + offset;
        }

        String text(int ordinal) {
            return __string(at(ordinal));
        }

        Reader table(int ordinal) {
            return new Reader(bb, __indirect(at(ordinal)));
        }

        int count(int ordinal) {
            return __vector_len(__offset(4 + 2 * ordinal));
        }

        String item(int ordinal, int index) {
            return __string(__vector(__offset(4 + 2 * ordinal)) + 4 * index);
        }
    }

    @Test
    void the_flatbuffers_library_reads_our_records() {
        Reader reader = new Reader(records(PERSON, "flatbuffers").encode(person(), buffer));
        ByteBuffer bytes = reader.getByteBuffer();
        assertThat(bytes.getLong(reader.at(0))).isEqualTo(7);
        assertThat(reader.at(0) % 8).isZero();
        assertThat(reader.text(1)).isEqualTo("Zoë");
        assertThat(bytes.getInt(reader.at(2))).isEqualTo(41);
        assertThat(bytes.getLong(reader.at(3) + 8)).isEqualTo(2);
        assertThat(reader.table(4).text(0)).isEqualTo("Main");
        assertThat(reader.table(5).count(0)).isEqualTo(3);
        assertThat(reader.table(5).item(0, 2)).isEqualTo("c");
        assertThat(bytes.get(reader.at(6))).isEqualTo((byte) 1);
        Record nulls = new Record(8);
        nulls.set(0, 1L);
        Reader sparse = new Reader(records(PERSON, "flatbuffers").encode(nulls, buffer));
        assertThat(sparse.at(1)).isZero();
        assertThat(sparse.at(7)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"flatbuffers", "cbor"})
    void damage_is_an_error_and_never_more(String codec) {
        TableRecords records = records(PERSON, codec);
        TableRecords verifying = new TableRecords("T", PERSON, codec, "none", 1, true);
        DirectBuffer good = moved(records.encode(person(), buffer));
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            UnsafeBuffer bad = (UnsafeBuffer) moved(good);
            int at = random.nextInt(bad.capacity());
            byte wrong = (byte) (bad.getByte(at) ^ 1 << random.nextInt(8));
            bad.putByte(at, wrong);
            try {
                RecordView view = records.view(bad);
                view.getString(FieldPath.of(PERSON, "name"));
                view.copy();
            } catch (StoreException e) {
                assertThat(e.getMessage()).containsAnyOf("DORM0823", "DORM0828", "DORM0836");
            }
            assertThatThrownBy(() -> verifying.view(bad))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("DORM0823");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 7, 8, 9, 16, 17, 24, 31, 32, 33})
    void texts_that_come_again_are_the_same(int length) {
        String text = "abcdefghijklmnopqrstuvwxyz0123456789".substring(0, length);
        Record person = person();
        person.set(1, text);
        person.set(4, Record.of(text, 1));
        person.set(5, Arrays.asList(text, null, text));
        TableRecords records = records(PERSON, "flatbuffers");
        List<Object> names = new ArrayList<>();
        List<Object> streets = new ArrayList<>();
        List<Object> tags = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            RecordView there = records.view(moved(records.encode(person, buffer)));
            for (RecordView view : List.of(there, there.retain())) {
                names.add(view.getString(FieldPath.of(PERSON, "name")));
                names.add(view.get(FieldPath.of(PERSON, "name")));
                streets.add(view.getString(FieldPath.of(PERSON, "address", "street")));
                RecordView address = (RecordView) Objects.requireNonNull(view.get(FieldPath.of(PERSON, "address")));
                streets.add(address.getString(
                        FieldPath.of((RecordType) PERSON.fields().get(4).type(), "street")));
                List<?> each = (List<?>) Objects.requireNonNull(view.get(FieldPath.of(PERSON, "tags")));
                tags.addAll(List.of(each.get(0), each.get(2)));
            }
        }
        for (List<Object> read : List.of(names, streets, tags)) {
            assertThat(read).hasSize(8).containsOnly(text);
            if (length <= 32) {
                assertThat(read).allSatisfy(each -> assertThat(each).isSameAs(read.get(0)));
            }
        }
    }

    @Test
    void an_unknown_codec_is_refused() {
        assertThatThrownBy(() -> records(PERSON, "xml"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("DORM0827");
    }
}
