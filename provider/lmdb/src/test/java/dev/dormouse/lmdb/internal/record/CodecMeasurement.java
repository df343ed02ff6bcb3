package dev.dormouse.lmdb.internal.record;

import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Prints what each codec takes for a record of 16 columns: bytes, and nanoseconds to write, to read one field, to decode all. A program, not a test:
 * {@code mvn -q -pl provider/lmdb test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=...CodecMeasurement}.
 */
public final class CodecMeasurement {

    private static final int ROUNDS = 300_000;

    private CodecMeasurement() {}

    private static RecordType type() {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("id", BasicType.LONG, false));
        for (int i = 0; i < 6; i++) {
            fields.add(new Field("text" + i, BasicType.STRING, true));
        }
        for (int i = 0; i < 4; i++) {
            fields.add(new Field("number" + i, BasicType.INTEGER, true));
        }
        fields.add(new Field("salary", BasicType.DECIMAL, true));
        fields.add(new Field("born", BasicType.DATE, true));
        fields.add(new Field("changed", BasicType.TIMESTAMP, true));
        fields.add(new Field("active", BasicType.BOOLEAN, true));
        fields.add(new Field("version", BasicType.LONG, true));
        return new RecordType(fields);
    }

    private static Record record() {
        return Record.of(
                4711L,
                "Grace",
                "Hopper",
                "grace.hopper@example.org",
                "Arlington",
                "Virginia",
                "+1 555 0100",
                1,
                22_222,
                333_333_333,
                -4,
                new BigDecimal("12345.67"),
                LocalDate.of(1906, 12, 9),
                LocalDateTime.of(2026, 11, 21, 12, 0),
                true,
                3L);
    }

    private static double nanos(LongSupplier work) {
        long sum = 0;
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 10; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < ROUNDS; i++) {
                sum += work.getAsLong();
            }
            best = Math.min(best, (System.nanoTime() - start) / (double) ROUNDS);
        }
        if (sum == 42) {
            System.out.println();
        }
        return best;
    }

    public static void main(String[] arguments) {
        RecordType type = type();
        Record record = record();
        FieldPath number = FieldPath.of(type, "number1");
        FieldPath text = FieldPath.of(type, "text3");
        System.out.println("codec        bytes  write  read int  read text  decode all   (ns)");
        for (String codec : List.of("flatbuffers", "cbor")) {
            TableRecords records = new TableRecords("T", type, codec, "none", 16, false);
            RecordBuffer buffer = new RecordBuffer();
            DirectBuffer encoded = records.encode(record, buffer);
            UnsafeBuffer bytes = new UnsafeBuffer(ByteBuffer.allocateDirect(encoded.capacity()));
            bytes.putBytes(0, encoded, 0, encoded.capacity());
            double write = nanos(() -> records.encode(record, buffer).capacity());
            double readInt = nanos(() -> records.view(bytes).getInt(number));
            double readText = nanos(
                    () -> String.valueOf(records.view(bytes).getString(text)).length());
            double decode = nanos(() -> records.view(bytes).copy().size());
            System.out.printf(
                    Locale.ROOT,
                    "%-12s %5d  %5.0f  %8.0f  %9.0f  %10.0f%n",
                    codec,
                    bytes.capacity(),
                    write,
                    readInt,
                    readText,
                    decode);
        }
    }
}
