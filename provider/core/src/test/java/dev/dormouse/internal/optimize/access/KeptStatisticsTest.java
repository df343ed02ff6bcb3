package dev.dormouse.internal.optimize.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.store.TableStatistics;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeptStatisticsTest {

    private static final TableDefinition TABLE =
            TableDefinition.of("T", new RecordType(List.of(new Field("id", BasicType.LONG, false))), "id");

    private final List<String> asked = new ArrayList<>();
    private long records = 1000;
    private long version;
    private long now;

    private final KeptStatistics kept = new KeptStatistics(
            new Statistics() {
                @Override
                public TableStatistics of(TableDefinition table) {
                    asked.add("statistics");
                    return new TableStatistics(records, Map.of());
                }

                @Override
                public List<RecordView> sample(TableDefinition table) {
                    asked.add("sample");
                    return List.of(Record.of(1L));
                }
            },
            () -> version,
            () -> now);

    private int asksAfter(long nanoseconds) {
        now += nanoseconds;
        asked.clear();
        assertThat(kept.of(TABLE).records()).isPositive();
        assertThat(kept.sample(TABLE)).hasSize(1);
        return asked.size();
    }

    @Test
    void aTableIsAskedForOnceWhileItIsGood() {
        assertThat(asksAfter(0)).isEqualTo(2);
        assertThat(asked).containsExactly("statistics", "sample");
        assertThat(asksAfter(KeptStatistics.SHORTEST - 1)).isZero();
        assertThat(asksAfter(1)).isEqualTo(2);
    }

    @Test
    void whatHardlyChangesIsKeptEverLongerUpToAMinute() {
        long age = KeptStatistics.SHORTEST;
        asksAfter(0);
        for (int i = 0; i < 10; i++) {
            records += records / 8;
            assertThat(asksAfter(age - 1)).isZero();
            assertThat(asksAfter(1)).isEqualTo(2);
            age = Math.min(2 * age, KeptStatistics.LONGEST);
        }
        assertThat(age).isEqualTo(KeptStatistics.LONGEST);
        records *= 2;
        assertThat(asksAfter(age)).isEqualTo(2);
        assertThat(asksAfter(KeptStatistics.SHORTEST)).isEqualTo(2);
    }

    @Test
    void aChangeOfTheSchemaOrASurpriseForgets() {
        asksAfter(0);
        version++;
        assertThat(asksAfter(0)).isEqualTo(2);
        assertThat(asksAfter(0)).isZero();
        kept.forget();
        assertThat(asksAfter(0)).isEqualTo(2);
    }
}
