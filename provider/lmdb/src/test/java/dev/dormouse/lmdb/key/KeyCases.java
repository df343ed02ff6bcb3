package dev.dormouse.lmdb.key;

import dev.dormouse.store.type.ValueOrder;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/** Every key type, and the 43 of the ancestor as compositions under its names. */
final class KeyCases {

    private static final KeyCase<String> STRING = new KeyCase<>(
            "string",
            KeyTypes.string(),
            ValueOrder::compare,
            List.of("", "\0", "\0\0", "\1", "a", "a\0", "a\0b", "ab", "b", "\u00e9", "\uffff", "\ud83d\ude00"),
            Arbitraries.strings().ofMaxLength(12).filter(KeyCases::isWellFormed));

    private static final KeyCase<UUID> UUIDS = new KeyCase<>(
            "uuid",
            KeyTypes.uuid(),
            ValueOrder::compare,
            List.of(
                    new UUID(0, 0),
                    new UUID(0, -1),
                    new UUID(1, 0),
                    new UUID(Long.MAX_VALUE, 5),
                    new UUID(Long.MIN_VALUE, 0),
                    new UUID(-1, -1)),
            Arbitraries.longs().tuple2().map(two -> new UUID(two.get1(), two.get2())));

    private static final KeyCase<Long> OID = new KeyCase<>(
            "oid",
            KeyTypes.objectId(),
            Comparator.naturalOrder(),
            List.of(0L, 1L, 255L, 256L, 257L, 65536L, (1L << 53) - 1, 1L << 53),
            Arbitraries.longs().between(0, 1L << 53));

    private static final List<Instant> MOMENTS = Stream.of(
                    "1677-09-21T00:12:43.145224192Z",
                    "1969-12-31T23:59:59.999999999Z",
                    "1970-01-01T00:00:00Z",
                    "1970-01-01T00:00:00.000000001Z",
                    "2013-01-01T10:00:00Z",
                    "2262-04-11T23:47:16.854775807Z")
            .map(Instant::parse)
            .toList();

    private static final KeyCase<Instant> TS = new KeyCase<>(
            "timestamp",
            KeyTypes.instantNanos(),
            Comparator.naturalOrder(),
            MOMENTS,
            Arbitraries.longs()
                    .map(nanos -> Instant.ofEpochSecond(
                            Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L))));

    private static final KeyCase<Integer> UINT8 = whole("uint8", KeyTypes.uint8(), 0, 1, 127, 128, 255);
    private static final KeyCase<Integer> UINT16 = whole("uint16", KeyTypes.uint16(), 0, 1, 2, 255, 256, 512, 65535);
    private static final KeyCase<byte[]> BYTES16 = fixed(16);
    private static final KeyCase<byte[]> BYTES20 = fixed(20);
    private static final KeyCase<byte[]> BYTES32 = fixed(32);

    private static final KeyCase<Long> UINT64 = new KeyCase<>(
            "uint64",
            KeyTypes.uint64(),
            Long::compareUnsigned,
            List.of(0L, 1L, 256L, Long.MAX_VALUE, Long.MIN_VALUE, -1L),
            Arbitraries.longs());

    private KeyCases() {}

    static List<KeyCase<?>> scalars() {
        return List.of(
                new KeyCase<>(
                        "instant",
                        KeyTypes.instant(),
                        Comparator.naturalOrder(),
                        Stream.concat(MOMENTS.stream(), Stream.of(Instant.MIN, Instant.MAX))
                                .toList(),
                        Arbitraries.longs()
                                .between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond())
                                .map(Instant::ofEpochSecond)),
                new KeyCase<>(
                        "date",
                        KeyTypes.date(),
                        Comparator.naturalOrder(),
                        List.of(LocalDate.MIN, LocalDate.of(1969, 12, 31), LocalDate.EPOCH, LocalDate.MAX),
                        Arbitraries.longs().between(-1_000_000, 1_000_000).map(LocalDate::ofEpochDay)),
                new KeyCase<>(
                        "int8",
                        KeyTypes.int8(),
                        Comparator.naturalOrder(),
                        List.of(Byte.MIN_VALUE, (byte) -1, (byte) 0, (byte) 1, Byte.MAX_VALUE),
                        Arbitraries.bytes()),
                new KeyCase<>(
                        "int16",
                        KeyTypes.int16(),
                        Comparator.naturalOrder(),
                        List.of(Short.MIN_VALUE, (short) -1, (short) 0, (short) 256, Short.MAX_VALUE),
                        Arbitraries.shorts()),
                whole("int32", KeyTypes.int32(), Integer.MIN_VALUE, -1, 0, 1, 255, 256, Integer.MAX_VALUE),
                new KeyCase<>(
                        "int64",
                        KeyTypes.int64(),
                        Comparator.naturalOrder(),
                        List.of(Long.MIN_VALUE, -1L, 0L, 1L, 256L, Long.MAX_VALUE),
                        Arbitraries.longs()),
                new KeyCase<>(
                        "uint32",
                        KeyTypes.uint32(),
                        Comparator.naturalOrder(),
                        List.of(0L, 1L, 256L, 0x7FFF_FFFFL, 0x8000_0000L, 0xFFFF_FFFFL),
                        Arbitraries.longs().between(0, 0xFFFF_FFFFL)),
                UINT64,
                UINT8,
                UINT16,
                new KeyCase<>(
                        "bool",
                        KeyTypes.bool(),
                        Comparator.naturalOrder(),
                        List.of(false, true),
                        Arbitraries.of(false, true)),
                new KeyCase<>(
                        "enum",
                        KeyTypes.enumeration(DayOfWeek.class),
                        Comparator.naturalOrder(),
                        List.of(DayOfWeek.values()),
                        Arbitraries.of(DayOfWeek.class)),
                new KeyCase<>(
                        "bytes",
                        KeyTypes.bytes(),
                        Arrays::compareUnsigned,
                        Stream.of("", "00", "0000", "0001", "01", "0101", "02", "7f", "80", "ff", "ff00")
                                .map(text -> java.util.HexFormat.of().parseHex(text))
                                .toList(),
                        Arbitraries.bytes().array(byte[].class).ofMaxSize(12)),
                new KeyCase<>(
                        "bigInteger",
                        KeyTypes.bigInteger(),
                        Comparator.naturalOrder(),
                        List.of(
                                BigInteger.TWO.pow(2000).negate(),
                                BigInteger.TWO.pow(255).negate(),
                                BigInteger.ONE.negate(),
                                BigInteger.ZERO,
                                BigInteger.ONE,
                                BigInteger.valueOf(256),
                                BigInteger.TWO.pow(256).subtract(BigInteger.ONE),
                                BigInteger.TWO.pow(256),
                                BigInteger.TWO.pow(2000)),
                        Arbitraries.bigIntegers()
                                .between(BigInteger.TWO.pow(300).negate(), BigInteger.TWO.pow(300))),
                new KeyCase<>(
                        "decimal",
                        KeyTypes.decimal(),
                        Comparator.naturalOrder(),
                        Stream.of(
                                        "-1e300", "-10", "-1.5", "-1", "-0.001", "0", "0.001", "0.01", "1", "1.05",
                                        "1.5", "10", "1e300")
                                .map(BigDecimal::new)
                                .toList(),
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("-1e20"), new BigDecimal("1e20"))
                                .ofScale(6)),
                nullable("nullable string", STRING),
                nullable("nullable uuid", UUIDS),
                nullable("nullable int64", UINT64));
    }

    static List<KeyCase<?>> ofTheAncestor() {
        return List.of(
                OID,
                STRING,
                UUIDS,
                TS,
                BYTES16,
                BYTES20,
                BYTES32,
                KeyCase.tuple("oid oid", OID, OID),
                KeyCase.tuple("oid timestamp", OID, TS),
                KeyCase.tuple("oid string", OID, STRING),
                KeyCase.tuple("string oid", STRING, OID),
                KeyCase.tuple("string string", STRING, STRING),
                KeyCase.tuple("uuid uuid", UUIDS, UUIDS),
                KeyCase.tuple("uuid timestamp", UUIDS, TS),
                KeyCase.tuple("uuid string", UUIDS, STRING),
                KeyCase.tuple("uuid bytes32", UUIDS, BYTES32),
                KeyCase.tuple("timestamp uuid", TS, UUIDS),
                KeyCase.tuple("timestamp string", TS, STRING),
                KeyCase.tuple("timestamp bytes32", TS, BYTES32),
                KeyCase.tuple("string timestamp", STRING, TS),
                KeyCase.tuple("uint64 timestamp", UINT64, TS),
                KeyCase.tuple("slot uuid", UINT16, UUIDS),
                KeyCase.tuple("bytes16 timestamp", BYTES16, TS),
                KeyCase.tuple("bytes20 bytes20", BYTES20, BYTES20),
                KeyCase.tuple("bytes20 string", BYTES20, STRING),
                KeyCase.tuple("bytes20 timestamp", BYTES20, TS),
                KeyCase.tuple("bytes32 bytes32", BYTES32, BYTES32),
                KeyCase.tuple("bytes32 uuid", BYTES32, UUIDS),
                KeyCase.tuple("bytes32 string", BYTES32, STRING),
                KeyCase.tuple("oid oid oid", OID, OID, OID),
                KeyCase.tuple("oid timestamp string", OID, TS, STRING),
                KeyCase.tuple("string string string", STRING, STRING, STRING),
                KeyCase.tuple("uuid uuid uuid", UUIDS, UUIDS, UUIDS),
                KeyCase.tuple("uuid timestamp uuid", UUIDS, TS, UUIDS),
                KeyCase.tuple("uuid uuid string", UUIDS, UUIDS, STRING),
                KeyCase.tuple("timestamp uuid string", TS, UUIDS, STRING),
                KeyCase.tuple("uint16 uuid timestamp", UINT16, UUIDS, TS),
                KeyCase.tuple("uuid bytes20 uint8", UUIDS, BYTES20, UINT8),
                KeyCase.tuple("bytes16 timestamp uuid", BYTES16, TS, UUIDS),
                KeyCase.tuple("uuid uuid uuid uuid", UUIDS, UUIDS, UUIDS, UUIDS),
                KeyCase.tuple("uuid uuid uuid string", UUIDS, UUIDS, UUIDS, STRING),
                KeyCase.tuple("uuid bytes20 uint8 uuid", UUIDS, BYTES20, UINT8, UUIDS),
                KeyCase.tuple("uuid bytes20 bytes20 uint8 uuid", UUIDS, BYTES20, BYTES20, UINT8, UUIDS));
    }

    static List<KeyCase<?>> all() {
        return Stream.of(
                        scalars(),
                        ofTheAncestor(),
                        List.<KeyCase<?>>of(
                                KeyCase.tuple(
                                        "nullable string, nullable uuid", nullable("", STRING), nullable("", UUIDS)),
                                KeyCase.tuple("string, nullable string", STRING, nullable("", STRING))))
                .flatMap(List::stream)
                .toList();
    }

    private static KeyCase<Integer> whole(String name, KeyType<Integer> type, Integer... edges) {
        return new KeyCase<>(
                name,
                type,
                Comparator.naturalOrder(),
                List.of(edges),
                Arbitraries.integers().between(edges[0], edges[edges.length - 1]));
    }

    private static KeyCase<byte[]> fixed(int size) {
        byte[] high = new byte[size];
        Arrays.fill(high, (byte) 0xFF);
        byte[] first = new byte[size];
        first[0] = (byte) 0x80;
        byte[] last = new byte[size];
        last[size - 1] = 1;
        return new KeyCase<>(
                "bytes" + size,
                KeyTypes.bytes(size),
                Arrays::compareUnsigned,
                List.of(new byte[size], last, first, high),
                Arbitraries.bytes().array(byte[].class).ofSize(size));
    }

    private static <K> KeyCase<@Nullable K> nullable(String name, KeyCase<K> of) {
        Arbitrary<@Nullable K> random = of.random().injectNull(0.2);
        return new KeyCase<>(
                name,
                KeyTypes.nullable(of.type()),
                Comparator.nullsFirst(of.order()),
                Stream.concat(Stream.of((K) null), of.edges().stream()).toList(),
                random);
    }

    private static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
    }
}
