package dev.dormouse.spec.ch11;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.TableGenerator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sections 11.1.20, 11.1.48 and 11.1.49: generated values, sequence and table generators. */
final class GeneratorTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(
            Automatic.class,
            Identity.class,
            Sequenced.class,
            Started.class,
            Tabled.class,
            TabledToo.class,
            AutoUuid.class,
            WithUuid.class,
            TextUuid.class,
            Small.class);

    static Stream<Arguments> kinds() {
        return Stream.<Supplier<Object>>of(
                        Automatic::new,
                        Identity::new,
                        Sequenced::new,
                        Started::new,
                        Tabled::new,
                        AutoUuid::new,
                        WithUuid::new,
                        TextUuid::new,
                        Small::new)
                .map(maker -> Arguments.of(maker.get().getClass().getSimpleName(), maker));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void idsAreSetAndDistinct(String name, Supplier<Object> maker) {
        Set<Object> ids = new HashSet<>();
        for (int transaction = 0; transaction < 3; transaction++) {
            unit.run(manager -> {
                for (int i = 0; i < 40; i++) {
                    Object entity = maker.get();
                    manager.persist(entity);
                    manager.flush();
                    assertThat(id(entity)).isNotNull().isNotEqualTo(0L);
                    ids.add(id(entity));
                }
            });
        }
        assertThat(ids).hasSize(120);

        unit.run(manager -> {
            Class<?> type = maker.get().getClass();
            assertThat(ids)
                    .allSatisfy(id -> assertThat(id(manager.find(type, id))).isEqualTo(id));
        });
    }

    private Object id(Object entity) {
        return unit.factory().getPersistenceUnitUtil().getIdentifier(entity);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void idsOfASecondUnitAreOthers(String name, Supplier<Object> maker) {
        String url = unit.freshUrl();
        Set<Object> ids = new HashSet<>();
        EntityManagerFactory keepingOpen = unit.create(url, Map.of());
        for (int i = 0; i < 3; i++) {
            EntityManagerFactory factory = unit.create(url, Map.of());
            Object one = maker.get();
            Object two = maker.get();
            factory.runInTransaction(manager -> {
                manager.persist(one);
                manager.persist(two);
            });
            ids.addAll(List.of(id(one), id(two)));
            factory.close();
        }

        assertThat(ids).hasSize(6);
        keepingOpen.runInTransaction(manager -> assertThat(ids)
                .allSatisfy(id ->
                        assertThat(manager.find(maker.get().getClass(), id)).isNotNull()));
    }

    @Test
    void aSequenceStartsWithItsInitialValue() {
        Started first = new Started();
        Started second = new Started();
        unit.persist(first, second);

        assertThat(first.id).isEqualTo(1000L);
        assertThat(second.id).isEqualTo(1001L);
    }

    @Test
    void twoTableGeneratorsAreIndependent() {
        Tabled one = new Tabled();
        TabledToo other = new TabledToo();
        unit.persist(one, other);

        assertThat(one.id).isNotNull();
        assertThat(other.id).isGreaterThanOrEqualTo(500);
    }

    @Test
    void aTableGeneratorStartsAboveItsInitialValue() {
        TabledToo entity = new TabledToo();
        unit.persist(entity);

        assertThat(entity.id).isBetween(500, 501);
    }

    @Test
    void anIdThatWasRolledBackIsNotGivenTwice() {
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        Sequenced lost = new Sequenced();
        manager.persist(lost);
        manager.flush();
        manager.getTransaction().rollback();
        Sequenced kept = new Sequenced();
        unit.persist(kept);

        assertThat(kept.id).isNotEqualTo(lost.id);
    }

    @Test
    void threadsGetDifferentIds() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            unit.factory();
            List<Callable<List<Long>>> tasks = IntStream.range(0, 4)
                    .<Callable<List<Long>>>mapToObj(thread -> () -> IntStream.range(0, 25)
                            .mapToObj(i -> {
                                Automatic entity = new Automatic();
                                unit.persist(entity);
                                return entity.id;
                            })
                            .toList())
                    .toList();
            Set<Long> ids = new HashSet<>();
            for (Future<List<Long>> result : threads.invokeAll(tasks)) {
                ids.addAll(result.get());
            }
            assertThat(ids).hasSize(100);
        } finally {
            threads.shutdownNow();
        }
    }

    @Entity
    public static class Automatic {
        @Id
        @GeneratedValue
        Long id;
    }

    @Entity
    public static class Identity {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;
    }

    @Entity
    public static class Sequenced {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;
    }

    @Entity
    public static class Started {
        @Id
        @SequenceGenerator(name = "started", sequenceName = "SEQ_STARTED", initialValue = 1000, allocationSize = 10)
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "started")
        long id;
    }

    @Entity
    public static class Tabled {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        Integer id;
    }

    @Entity
    @TableGenerator(
            name = "counter",
            table = "COUNTERS",
            pkColumnName = "NAME",
            valueColumnName = "NEXT",
            pkColumnValue = "too",
            initialValue = 500,
            allocationSize = 5)
    public static class TabledToo {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "counter")
        int id;
    }

    @Entity
    public static class AutoUuid {
        @Id
        @GeneratedValue
        UUID id;
    }

    @Entity
    public static class WithUuid {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        UUID id;
    }

    @Entity
    public static class TextUuid {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        String id;
    }

    @Entity
    public static class Small {
        @Id
        @GeneratedValue
        Short id;
    }
}
