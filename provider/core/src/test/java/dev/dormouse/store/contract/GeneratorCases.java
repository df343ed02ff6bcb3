package dev.dormouse.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.store.StoreException;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.catalog.SchemaChange;
import dev.dormouse.store.catalog.SequenceDefinition;
import dev.dormouse.store.catalog.SequenceDefinition.GeneratorRow;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.RecordType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No number comes twice. */
abstract class GeneratorCases extends ContractCase {

    private TableDefinition table;

    @BeforeEach
    void fill() {
        table = create(Tables.PERSON);
        store.change(List.of(
                new SchemaChange.CreateSequence(new SequenceDefinition("Ids", 10, 5, Optional.empty())),
                new SchemaChange.CreateSequence(new SequenceDefinition("Down", 0, -1, Optional.empty()))));
    }

    @Test
    void numbersFollowEachOtherAtTheirDistance() {
        assertThat(store.take("Ids", 3)).isEqualTo(10);
        assertThat(store.take("IDS", 1)).isEqualTo(25);
        assertThat(store.take("Ids", 1)).isEqualTo(30);
        assertThat(store.take("Down", 2)).isZero();
        assertThat(store.take("Down", 1)).isEqualTo(-2);
    }

    @Test
    void aSequenceThatIsMissingIsAnError() {
        assertThatThrownBy(() -> store.take("Nothing", 1)).isInstanceOf(StoreException.class);
        store.change(List.of(new SchemaChange.DropSequence("Ids")));
        assertThatThrownBy(() -> store.take("Ids", 1)).isInstanceOf(StoreException.class);
    }

    @Test
    void rollbackGivesNothingBack() {
        long first = store.take("Ids", 1);
        try (StoreTransaction transaction = begin()) {
            transaction.apply(List.of(insert(table, first, "x")));
        }
        assertThat(store.take("Ids", 1)).isNotEqualTo(first);
    }

    @Test
    void threadsGetDifferentNumbers() {
        Set<Long> taken = ConcurrentHashMap.newKeySet();
        CompletableFuture<?>[] threads = new CompletableFuture<?>[8];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = CompletableFuture.runAsync(() -> {
                for (int k = 0; k < 100; k++) {
                    assertThat(taken.add(store.take("Ids", 1))).isTrue();
                }
            });
        }
        CompletableFuture.allOf(threads).join();
        assertThat(taken).hasSize(800);
    }

    @Test
    void whatACommitCarriedIsNotGivenAgainAfterReopening() {
        if (!fixture().isDurable()) {
            return;
        }
        long carried = store.take("Ids", 1);
        commit(insert(table, carried, "x"));
        reopen();
        assertThat(store.take("Ids", 1)).isGreaterThan(carried);
    }

    @Test
    void aTableGeneratorShowsItsStateInItsRow() {
        TableDefinition generators = create(TableDefinition.of(
                "Generators",
                new RecordType(List.of(
                        Tables.required("GEN_NAME", BasicType.STRING), Tables.field("GEN_VALUE", BasicType.LONG))),
                "GEN_NAME"));
        commit(insert(generators, "old", 500L));
        store.change(List.of(
                new SchemaChange.CreateSequence(new SequenceDefinition(
                        "Fresh", 1, 1, Optional.of(new GeneratorRow("Generators", "GEN_NAME", "fresh", "GEN_VALUE")))),
                new SchemaChange.CreateSequence(new SequenceDefinition(
                        "Old", 1, 1, Optional.of(new GeneratorRow("Generators", "GEN_NAME", "old", "GEN_VALUE"))))));
        assertThat(store.take("Fresh", 3)).isEqualTo(1);
        assertThat(store.take("Old", 1)).isEqualTo(501);
        commit(insert(table, 1L, "carries the state"));
        assertThat(Objects.requireNonNull(committed(generators, "fresh")).value(1))
                .isEqualTo(3L);
        assertThat(Objects.requireNonNull(committed(generators, "old")).value(1))
                .isEqualTo(501L);
    }
}
