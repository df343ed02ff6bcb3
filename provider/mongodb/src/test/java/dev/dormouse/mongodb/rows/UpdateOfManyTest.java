package dev.dormouse.mongodb.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.mongodb.unit.MongoUnit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PessimisticLockException;
import jakarta.persistence.Table;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bulk updates of one command mean what they mean where each record is read and written. */
final class UpdateOfManyTest {

    @RegisterExtension
    final MongoUnit unit = MongoUnit.of(Counter.class);

    @Entity(name = "Counter")
    @Table(name = "counter")
    static class Counter {
        @Id
        int id;

        int few;
        long many;

        @Nullable
        Integer some;

        @Nullable
        @Column(length = 5)
        String name;

        @Nullable
        @Column(unique = true)
        String code;
    }

    @BeforeEach
    void fill() {
        for (int id = 1; id <= 3; id++) {
            Counter counter = new Counter();
            counter.id = id;
            counter.few = id;
            counter.many = id;
            counter.code = "code " + id;
            unit.persist(counter);
        }
    }

    private int update(String text) {
        unit.commands().clear();
        return unit.call(manager -> manager.createQuery(text).executeUpdate());
    }

    private List<String> state() {
        return unit.call(manager ->
                manager.createQuery("select c from Counter c order by c.id", Counter.class).getResultList().stream()
                        .map(c -> c.few + " " + c.many + " " + c.some + " " + c.name)
                        .toList());
    }

    private void store(String field, Object value) {
        unit.database()
                .getCollection("counter")
                .updateOne(new Document("_id", 2), new Document("$set", new Document(field, value)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    update Counter c set c.few = c.few + 2, c.name = 'new' where c.id <> 2 | 2 | 3 1 null new, 2 2 null null, 5 3 null new
                    update Counter c set c.many = c.many - 5                               | 3 | 1 -4 null null, 2 -3 null null, 3 -2 null null
                    update Counter c set c.some = 7, c.few = 0 where c.many >= 2           | 2 | 1 1 null null, 0 2 7 null, 0 3 7 null
                    update Counter c set c.few = 9 where c.id = 4                          | 0 | 1 1 null null, 2 2 null null, 3 3 null null
                    """)
    void theServerUpdates(String text, int updated, String state) {
        assertThat(update(text)).isEqualTo(updated);
        assertThat(unit.commands().names()).contains("update").doesNotContain("find");
        assertThat(String.join(", ", state())).isEqualTo(state);
    }

    @Test
    void aValueBecomesNull() {
        update("update Counter c set c.name = 'name'");
        update("update Counter c set c.name = null where c.id = 2");
        assertThat(unit.documents("counter").get(1)).doesNotContainKey("name");
        assertThat(state()).containsExactly("1 1 null name", "2 2 null null", "3 3 null name");
    }

    @Test
    void whatHasNoValueHasNoneAfterAddition() {
        update("update Counter c set c.some = 1 where c.id = 1");
        assertThat(update("update Counter c set c.some = c.some + 1")).isEqualTo(3);
        assertThat(state()).containsExactly("1 1 2 null", "2 2 null null", "3 3 null null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update Counter c set c.few = c.few + 1",
                "update Counter c set c.few = c.few + 1, c.many = c.many - 1",
                "update Counter c set c.many = c.many + 1, c.few = c.few + 1 where c.id > 0"
            })
    void aSumThatLeavesItsTypeChangesNothing(String text) {
        store("few", Integer.MAX_VALUE);
        assertThatThrownBy(() -> update(text)).hasMessageContaining("2147483647");
        assertThat(state()).containsExactly("1 1 null null", "2147483647 2 null null", "3 3 null null");
    }

    @Test
    void theLowestNumberIsLeftAlone() {
        store("many", Long.MIN_VALUE + 1);
        assertThat(update("update Counter c set c.many = c.many - 1")).isEqualTo(3);
        assertThatThrownBy(() -> update("update Counter c set c.many = c.many - 1"))
                .hasMessageContaining(Long.toString(Long.MIN_VALUE));
        assertThat(state().get(1)).isEqualTo("2 " + Long.MIN_VALUE + " null null");
    }

    @Test
    void aFieldThatIsNotThereIsNoNumber() {
        unit.database()
                .getCollection("counter")
                .updateOne(new Document("_id", 2), new Document("$unset", new Document("few", "")));
        assertThatThrownBy(() -> update("update Counter c set c.few = c.few + 1"))
                .hasMessageContaining("few");
        assertThat(unit.documents("counter").get(1)).doesNotContainKey("few");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c.name = 'too long'", "c.few = 1 / 0"})
    void whatNoRecordMayHoldMattersWhereThereIsARecord(String assignment) {
        assertThat(update("update Counter c set " + assignment + " where c.id > 5"))
                .isZero();
        assertThatThrownBy(() -> update("update Counter c set " + assignment)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void uniqueValuesAreSetRecordByRecord() {
        assertThat(update("update Counter c set c.code = 'only' where c.id = 2"))
                .isEqualTo(1);
        assertThat(unit.commands().count("find")).isPositive();
        assertThatThrownBy(() -> update("update Counter c set c.code = 'same'")).isInstanceOf(RuntimeException.class);
    }

    @Test
    void whatTheTransactionHasWrittenIsUpdated() {
        unit.run(manager -> {
            Counter counter = new Counter();
            counter.id = 4;
            manager.persist(counter);
            assertThat(manager.createQuery("update Counter c set c.few = c.few + 1 where c.id >= 3")
                            .executeUpdate())
                    .isEqualTo(2);
        });
        assertThat(state()).hasSize(4).endsWith("4 3 null null", "1 0 null null");
    }

    @Test
    void whatWasRefusedLosesNothingOfTheTransaction() {
        store("few", Integer.MAX_VALUE);
        unit.run(manager -> {
            Counter counter = new Counter();
            counter.id = 4;
            manager.persist(counter);
            assertThat(manager.createQuery("update Counter c set c.few = c.few + :no where c.id >= 2")
                            .setParameter("no", 0)
                            .executeUpdate())
                    .isEqualTo(3);
            manager.flush();
            assertThat(manager.createQuery(
                                    "update Counter c set c.many = c.many + 1, c.some = 1 where c.few < 4 or c.id = 2")
                            .executeUpdate())
                    .isEqualTo(4);
        });
        assertThat(state()).endsWith("0 1 1 null").contains("2147483647 3 1 null");
    }

    @Test
    void aSharedLockOfAnotherKeepsItsRecord() {
        EntityManager reader = unit.factory().createEntityManager();
        try (reader) {
            reader.getTransaction().begin();
            reader.find(Counter.class, 2, LockModeType.PESSIMISTIC_READ);
            assertThatThrownBy(() -> update("update Counter c set c.few = 5"))
                    .hasStackTraceContaining(PessimisticLockException.class.getSimpleName());
            reader.getTransaction().rollback();
        }
        assertThat(state()).containsExactly("1 1 null null", "2 2 null null", "3 3 null null");
        assertThat(update("update Counter c set c.few = 5")).isEqualTo(3);
    }
}
