package dev.dormouse.lmdb.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.lmdb.internal.record.RandomRecords.Typed;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.type.StoreType;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlatSchemaTest {

    private static final RecordType LINE = new RecordType(
            List.of(new Field("text", BasicType.STRING, true), new Field("price", BasicType.DECIMAL, true)));

    private static final RecordType ORDER = new RecordType(List.of(
            new Field("id", BasicType.LONG, false),
            new Field("table", BasicType.STRING, true),
            new Field("paid in", BasicType.BOOLEAN, true),
            new Field("key", BasicType.UUID, true),
            new Field("day", BasicType.DATE, true),
            new Field("at", BasicType.INSTANT, true),
            new Field("total", BasicType.DECIMAL, true),
            new Field("lines", new ArrayType(LINE), true),
            new Field("prices", new ArrayType(BasicType.DECIMAL), true),
            new Field("tags", new ArrayType(BasicType.STRING), true),
            new Field("first", LINE, true)));

    private final RecordBuffer buffer = new RecordBuffer();

    @Test
    void a_schema_has_the_numbers_and_types_of_the_catalog() {
        assertThat(FlatSchema.of("ORDERS", ORDER))
                .isEqualTo(
                        """
                        // Records of ORDERS, as Dormouse keeps them: 8 bytes of its own come first, then what this schema describes.
                        // A field that is absent is null.

                        namespace dormouse;

                        struct Uuid { high:ulong; low:ulong; }

                        struct Instant { seconds:long; nanoseconds:int; }

                        table ORDERSLinesItem {
                          text:string (id: 0);
                          price:[ubyte] (id: 1); // decimal: 4 bytes of scale, lowest first, then the unscaled number, two's complement, highest byte first
                        }

                        table ORDERSLinesArray {
                          items:[ORDERSLinesItem] (id: 0);
                          nulls:[ubyte] (id: 1); // 1 for an item that is null
                        }

                        table Bytes {
                          bytes:[ubyte] (id: 0);
                        }

                        table ORDERSPricesArray {
                          items:[Bytes] (id: 0);
                          nulls:[ubyte] (id: 1); // 1 for an item that is null
                        }

                        table ORDERSTagsArray {
                          items:[string] (id: 0);
                          nulls:[ubyte] (id: 1); // 1 for an item that is null
                        }

                        table ORDERSFirst {
                          text:string (id: 0);
                          price:[ubyte] (id: 1); // decimal: 4 bytes of scale, lowest first, then the unscaled number, two's complement, highest byte first
                        }

                        table ORDERS {
                          id:long = null (id: 0);
                          _table:string (id: 1); // table
                          paid_in:bool = null (id: 2); // paid in
                          key:Uuid (id: 3);
                          day:long = null (id: 4); // days since 1970-01-01
                          at:Instant (id: 5);
                          total:[ubyte] (id: 6); // decimal: 4 bytes of scale, lowest first, then the unscaled number, two's complement, highest byte first
                          lines:ORDERSLinesArray (id: 7);
                          prices:ORDERSPricesArray (id: 8); // decimal: 4 bytes of scale, lowest first, then the unscaled number, two's complement, highest byte first
                          tags:ORDERSTagsArray (id: 9);
                          first:ORDERSFirst (id: 10);
                        }

                        root_type ORDERS;
                        """);
    }

    @Provide
    Arbitrary<Typed> typed() {
        return RandomRecords.typed();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void a_reader_that_knows_only_the_schema_reads_every_record(@ForAll("typed") Typed typed) {
        FbsReader reader = new FbsReader(FlatSchema.of("T", typed.type()));
        assertThat(reader.read(payload(typed.type(), typed.record()))).isEqualTo(plain(typed.type(), typed.record()));
    }

    private byte[] payload(RecordType type, Record record) {
        DirectBuffer bytes = new TableRecords("T", type, "flatbuffers", "none", 1, false).encode(record, buffer);
        byte[] payload = new byte[bytes.capacity() - RecordHeader.LENGTH];
        bytes.getBytes(RecordHeader.LENGTH, payload);
        return payload;
    }

    private static List<@Nullable Object> plain(RecordType type, Record record) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < type.fields().size(); i++) {
            Object value = record.value(i);
            values.add(value == null ? null : plain(type.fields().get(i).type(), value));
        }
        return values;
    }

    private static Object plain(StoreType type, Object value) {
        if (type instanceof RecordType nested) {
            return plain(nested, (Record) value);
        }
        return type instanceof ArrayType array
                ? array(array.element(), (List<?>) value)
                : basic((BasicType) type, value);
    }

    /** Where an item is null stands what a reader sees that does not look at the flags. */
    private static List<@Nullable Object> array(StoreType element, List<?> items) {
        List<Object> plain = new ArrayList<>();
        StringBuilder nulls = new StringBuilder();
        for (Object item : items) {
            nulls.append(item == null ? "01" : "00");
            if (FlatLayout.isWrapped(element)) {
                plain.add(Arrays.asList(item == null ? null : plain(element, item)));
            } else {
                plain.add(item == null ? absent(element) : plain(element, item));
            }
        }
        return Arrays.asList(plain, nulls.indexOf("1") < 0 ? null : nulls.toString());
    }

    private static Object absent(StoreType element) {
        if (element instanceof RecordType nested) {
            return plain(nested, new Record(nested.fields().size()));
        }
        return switch ((BasicType) element) {
            case BOOLEAN -> false;
            case FLOAT, DOUBLE -> 0.0;
            case STRING -> "";
            case UUID, TIMESTAMP, INSTANT, OFFSET_TIME -> List.of(0L, 0L);
            case OFFSET_TIMESTAMP -> List.of(0L, 0L, 0L);
            default -> 0L;
        };
    }

    private static Object basic(BasicType type, Object value) {
        return switch (type) {
            case BOOLEAN, STRING -> value;
            case INTEGER, LONG -> ((Number) value).longValue();
            case FLOAT, DOUBLE -> ((Number) value).doubleValue();
            case BYTES -> HexFormat.of().formatHex((byte[]) value);
            case BIG_INTEGER -> HexFormat.of().formatHex(((BigInteger) value).toByteArray());
            case DECIMAL -> decimal((BigDecimal) value);
            case UUID -> List.of(((UUID) value).getMostSignificantBits(), ((UUID) value).getLeastSignificantBits());
            case DATE -> ((LocalDate) value).toEpochDay();
            case TIME -> ((LocalTime) value).toNanoOfDay();
            case TIMESTAMP -> instant(((LocalDateTime) value).toInstant(ZoneOffset.UTC));
            case INSTANT -> instant((Instant) value);
            case OFFSET_TIME -> {
                OffsetTime time = (OffsetTime) value;
                yield List.of(time.toLocalTime().toNanoOfDay(), (long)
                        time.getOffset().getTotalSeconds());
            }
            case OFFSET_TIMESTAMP -> {
                OffsetDateTime time = (OffsetDateTime) value;
                yield List.of(time.toEpochSecond(), (long) time.getNano(), (long)
                        time.getOffset().getTotalSeconds());
            }
        };
    }

    private static String decimal(BigDecimal value) {
        ByteBuffer scale = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(0, value.scale());
        return HexFormat.of().formatHex(scale.array())
                + HexFormat.of().formatHex(value.unscaledValue().toByteArray());
    }

    private static List<Long> instant(Instant value) {
        return List.of(value.getEpochSecond(), (long) value.getNano());
    }

    /** With the {@code flatc} that {@code tools/flatc} finds or fetches; the property above proves the same without it. */
    @Test
    void flatc_takes_the_schema_and_prints_a_record(@TempDir Path folder) throws Exception {
        Path flatc = flatc();
        Path schema = folder.resolve("orders.fbs");
        Files.writeString(schema, FlatSchema.of("ORDERS", ORDER));
        Record line = Record.of("a", new BigDecimal("1.5"));
        Record order = Record.of(
                7L,
                "Zoe",
                false,
                new UUID(1, 2),
                LocalDate.of(1970, 1, 3),
                null,
                null,
                Arrays.asList(line, null),
                Arrays.asList(new BigDecimal("2"), null),
                Arrays.asList("x", null, "z"),
                line);
        Path record = folder.resolve("record.bin");
        Files.write(record, payload(ORDER, order));
        Process process = new ProcessBuilder(
                        flatc.toString(),
                        "--json",
                        "--raw-binary",
                        "--strict-json",
                        "-o",
                        folder.toString(),
                        schema.toString(),
                        "--",
                        record.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        assertThat(Files.readString(folder.resolve("record.json")).replaceAll("\\s+", ""))
                .isEqualTo("{\"id\":7,\"_table\":\"Zoe\",\"paid_in\":false,\"key\":{\"high\":1,\"low\":2},\"day\":2,"
                        + "\"lines\":{\"items\":[{\"text\":\"a\",\"price\":[1,0,0,0,15]},{}],\"nulls\":[0,1]},"
                        + "\"prices\":{\"items\":[{\"bytes\":[0,0,0,0,2]},{}],\"nulls\":[0,1]},"
                        + "\"tags\":{\"items\":[\"x\",\"\",\"z\"],\"nulls\":[0,1,0]},"
                        + "\"first\":{\"text\":\"a\",\"price\":[1,0,0,0,15]}}");
    }

    /** Asks {@code tools/flatc}; without one there is nothing to prove, and the reason is told. */
    private static Path flatc() throws IOException, InterruptedException {
        Path tool = Path.of("../../tools/flatc").toAbsolutePath().normalize();
        Process process = new ProcessBuilder(tool.toString(), "path").start();
        String path = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        String refusal = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        Assumptions.assumeTrue(process.waitFor() == 0, refusal);
        return Path.of(path);
    }
}
