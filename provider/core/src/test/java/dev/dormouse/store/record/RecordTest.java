package dev.dormouse.store.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecordTest {

    static Stream<Arguments> equalRecords() {
        return Stream.of(
                Arguments.of(Record.of(1, "a"), Record.of(1, "a", null)),
                Arguments.of(Record.of(bytes()), Record.of(bytes())),
                Arguments.of(Record.of(List.of(bytes(), bytes())), Record.of(Arrays.asList(bytes(), bytes()))),
                Arguments.of(Record.of(Record.of(List.of(1L))), Record.of(Record.of(List.of(1L)))));
    }

    private static byte[] bytes() {
        return new byte[] {1, 2};
    }

    @ParameterizedTest
    @MethodSource("equalRecords")
    void equalRecordsHaveOneHash(Record one, Record other) {
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    }

    @Test
    void aScaleTellsRecordsApart() {
        assertThat(Record.of(new BigDecimal("1.0"))).isNotEqualTo(Record.of(new BigDecimal("1.00")));
    }

    @Test
    void aCopyIsItsOwn() {
        Record nested = Record.of("a");
        Record copy = Record.of(nested, List.of(nested)).copy();
        nested.set(0, "b");

        assertThat(copy).isEqualTo(Record.of(Record.of("a"), List.of(Record.of("a"))));
    }
}
