package dev.dormouse.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.store.Change;
import dev.dormouse.store.Store;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.StoreProvider;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.TransactionOptions;
import dev.dormouse.store.catalog.SchemaChange;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class MemoryStoreTest {

    private static final TableDefinition TABLE =
            TableDefinition.of("T", new RecordType(List.of(new Field("id", BasicType.LONG, false))), "id");

    private static Store open(String url) {
        StoreProvider provider = ServiceLoader.load(StoreProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(p -> p.accepts(url))
                .findFirst()
                .orElseThrow();
        return provider.open(url, Map.of());
    }

    @Test
    void aNameIsSharedUntilTheLastUserLeaves() {
        Store first = open("memory:shared");
        Store second = open("memory:shared");
        Store other = open("memory:other");
        first.change(List.of(new SchemaChange.CreateTable(TABLE)));
        assertThat(second.catalog().table("T")).isPresent();
        assertThat(other.catalog().table("T")).isEmpty();
        first.close();
        first.close();
        assertThat(second.catalog().table("T")).isPresent();
        second.close();
        Store again = open("memory:shared");
        assertThat(again.catalog().table("T")).isEmpty();
        again.close();
        other.close();
        assertThatThrownBy(again::catalog).isInstanceOf(StoreException.class).hasMessageContaining("DORM0718");
    }

    @Test
    void theProbeRecordsWhatIsAsked() {
        try (Store store = open("memory:recorded")) {
            TableDefinition table = store.change(List.of(new SchemaChange.CreateTable(TABLE)))
                    .table("T")
                    .orElseThrow();
            MemoryProbe probe = store.unwrap(MemoryProbe.class).orElseThrow();
            long before = probe.writes();
            probe.record();
            try (StoreTransaction transaction = store.begin(TransactionOptions.DEFAULT)) {
                transaction.apply(List.of(new Change.Insert(table, Record.of(1L))));
                assertThat(transaction.get(table, Key.of(1L))).isNotNull();
                assertThat(probe.openSnapshots()).isEqualTo(1);
                transaction.commit();
            }
            assertThat(probe.requests())
                    .containsExactly("begin READ_COMMITTED", "apply insert T 1", "get T 1", "commit ");
            assertThat(probe.writes()).isEqualTo(before + 1);
            assertThat(probe.openSnapshots()).isZero();
        }
    }
}
