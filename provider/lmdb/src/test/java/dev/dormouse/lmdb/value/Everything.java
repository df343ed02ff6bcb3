package dev.dormouse.lmdb.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record with a component of every kind that can be kept. */
record Everything(
        boolean truth,
        byte small,
        short half,
        char letter,
        int whole,
        long big,
        float single,
        double twice,
        @Nullable Boolean maybe,
        @Nullable Short perhaps,
        @Nullable Long unsure,
        @Nullable Double vague,
        String text,
        BigInteger integer,
        BigDecimal decimal,
        Bytes bytes,
        UUID uuid,
        LocalDate date,
        LocalTime time,
        LocalDateTime timestamp,
        Instant instant,
        OffsetTime offsetTime,
        OffsetDateTime offsetTimestamp,
        DayOfWeek day,
        List<String> texts,
        Set<UUID> uuids,
        List<DayOfWeek> days,
        List<Integer> wholes,
        List<Instant> instants,
        Map<String, Long> counts,
        Map<DayOfWeek, String> notes,
        Map<UUID, Node> nodes,
        Node tree,
        @Nullable Node absent) {

    /** A record within itself. */
    record Node(String name, List<Node> children) {}

    /** Arrays, which records do not compare. */
    @SuppressWarnings("ArrayRecordComponent") // compared below
    record Bytes(
            byte[] bytes,
            double[] doubles,
            long[] longs,
            int[] ints,
            short[] shorts,
            char[] chars,
            float[] floats,
            boolean[] truths) {

        private Object[] all() {
            return new Object[] {bytes, doubles, longs, ints, shorts, chars, floats, truths};
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Bytes arrays && java.util.Arrays.deepEquals(all(), arrays.all());
        }

        @Override
        public int hashCode() {
            return java.util.Arrays.deepHashCode(all());
        }
    }

    static Everything sample() {
        Node leaf = new Node("leaf", List.of());
        return new Everything(
                true,
                (byte) -128,
                (short) -300,
                '\uffff',
                Integer.MIN_VALUE,
                Long.MAX_VALUE,
                Float.MIN_VALUE,
                Double.NEGATIVE_INFINITY,
                false,
                null,
                0L,
                null,
                "",
                BigInteger.TWO.pow(256).negate(),
                new BigDecimal("1.50"),
                new Bytes(
                        new byte[] {0, -1},
                        new double[] {-0.0, Double.NaN, Double.MIN_VALUE},
                        new long[] {Long.MIN_VALUE, 1},
                        new int[] {-1, 0},
                        new short[] {Short.MIN_VALUE},
                        new char[] {'a', '\0'},
                        new float[] {Float.POSITIVE_INFINITY},
                        new boolean[] {true, false, true}),
                new UUID(1, -1),
                LocalDate.of(-44, 3, 15),
                LocalTime.MAX,
                LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_999_999),
                Instant.MAX,
                OffsetTime.parse("23:59:59.5-18:00"),
                OffsetDateTime.parse("2013-01-01T10:00:00.000000001+05:30"),
                DayOfWeek.SUNDAY,
                List.of("a", "", "\0"),
                Set.of(new UUID(0, 0)),
                List.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY),
                List.of(1, -1, Integer.MAX_VALUE),
                List.of(Instant.EPOCH, Instant.MIN),
                Map.of("one", 1L),
                Map.of(DayOfWeek.FRIDAY, "fish"),
                Map.of(new UUID(5, 5), leaf),
                new Node("root", List.of(leaf, new Node("branch", List.of(leaf)))),
                null);
    }
}
