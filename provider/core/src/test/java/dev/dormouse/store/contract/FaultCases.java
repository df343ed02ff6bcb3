package dev.dormouse.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.store.StoreException;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.catalog.SchemaChange;
import dev.dormouse.store.catalog.SequenceDefinition;
import dev.dormouse.store.catalog.SequenceDefinition.GeneratorRow;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.RecordType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whichever write fails, a commit is there whole or not at all. */
abstract class FaultCases extends ContractCase {

    @Test
    void aCommitSurvivesAFailureOfAnyOfItsWrites() {
        Optional<StoreFixture.Faults> faults = fixture().faults(store);
        if (faults.isEmpty()) {
            return;
        }
        TableDefinition person = create(Tables.PERSON);
        TableDefinition order = create(Tables.ORDER);
        commit(insert(person, 1L, "ada", 1, Record.of("Rome", 1), List.of("a", "b"), "n"), insert(order, 1L, 1L, null));
        List<Record> people = all(person);
        List<Record> orders = all(order);
        boolean failed = true;
        int failures = 0;
        for (int write = 0; failed; write++) {
            try (StoreTransaction transaction = begin()) {
                transaction.apply(List.of(
                        insert(person, 2L, "bob", 1, Record.of("Oslo", 2), List.of("c"), null),
                        set(person, 1L, "address.city", "Lima"),
                        set(person, 1L, "tags", List.of("b", "d")),
                        insert(order, 2L, 2L, null),
                        delete(order, 1L)));
                faults.get().failAfter(write);
                if (commits(transaction)) {
                    failed = faults.get().cancel();
                    assertThat(failed).as("a pending failure after a commit").isTrue();
                    break;
                }
            }
            failures++;
            assertThat(all(person)).isEqualTo(people);
            assertThat(all(order)).isEqualTo(orders);
            assertThat(store.check().problems()).isEmpty();
        }
        assertThat(failures).isGreaterThan(5);
        assertThat(all(person)).hasSize(2);
        assertThat(all(order)).hasSize(1);
    }

    @Test
    void theRowOfATableGeneratorIsShownByTheFirstCommitThatSucceeds() {
        Optional<StoreFixture.Faults> faults = fixture().faults(store);
        if (faults.isEmpty()) {
            return;
        }
        TableDefinition person = create(Tables.PERSON);
        TableDefinition generators = create(TableDefinition.of(
                "Generators",
                new RecordType(List.of(
                        Tables.required("GEN_NAME", BasicType.STRING), Tables.field("GEN_VALUE", BasicType.LONG))),
                "GEN_NAME"));
        store.change(List.of(new SchemaChange.CreateSequence(new SequenceDefinition(
                "Ids", 1, 1, Optional.of(new GeneratorRow("Generators", "GEN_NAME", "ids", "GEN_VALUE"))))));
        assertThat(store.take("Ids", 3)).isEqualTo(1);
        boolean committed = false;
        for (int write = 0; !committed; write++) {
            try (StoreTransaction transaction = begin()) {
                transaction.apply(List.of(insert(person, 1L, "ada")));
                faults.get().failAfter(write);
                committed = commits(transaction);
            }
            assertThat(committed(generators, "ids") != null).isEqualTo(committed);
            assertThat(committed).isEqualTo(faults.get().cancel());
        }
        assertThat(Objects.requireNonNull(committed(generators, "ids")).value(1))
                .isEqualTo(3L);
    }

    private static boolean commits(StoreTransaction transaction) {
        try {
            transaction.commit();
            return true;
        } catch (StoreException e) {
            assertThat(transaction.isActive()).isFalse();
            return false;
        }
    }

    @Test
    void aChangeOfTheSchemaSurvivesAFailureOfAnyOfItsWrites() {
        Optional<StoreFixture.Faults> faults = fixture().faults(store);
        if (faults.isEmpty()) {
            return;
        }
        TableDefinition person = create(Tables.PERSON);
        commit(insert(person, 1L, "ada", 1), insert(person, 2L, "bob", 2));
        long version = store.catalog().version();
        SchemaChange change = new SchemaChange.CreateIndex("Person", Tables.index(person, "later:version"));
        for (int write = 0; write < 3; write++) {
            faults.get().failAfter(write);
            assertThatThrownBy(() -> store.change(List.of(change, new SchemaChange.CreateTable(Tables.ORDER))))
                    .isInstanceOf(StoreException.class);
            assertThat(store.catalog().version()).isEqualTo(version);
            assertThat(store.check().problems()).isEmpty();
        }
        faults.get().cancel();
        store.change(List.of(change));
    }
}
