package dev.dormouse.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dormouse.settings.StandardProperties;
import dev.dormouse.settings.UnitSettings;
import dev.dormouse.spec.graph.Single;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Sections 3.5, 3.9, 3.11, 8.2.1.11, 9.1, 9.4 and 9.7: every property and hint that the specification names works, is refused, or is in the log; none is passed over. */
class StandardPropertySpecTest {

    /** A value that is taken and one that is refused, each empty where there is none; and whether taking it is logged as without effect. */
    private record Row(String key, String taken, String refused, boolean isLogged) {}

    private static final List<Row> OF_A_UNIT = rows(
            """
            provider                                       | dev.dormouse.DormousePersistenceProvider | |
            transactionType                                | RESOURCE_LOCAL | JTA |
            jtaDataSource                                  | | java:x |
            nonJtaDataSource                               | | java:x |
            dataSource                                     | | java:x |
            jdbc.url                                       | memory:standard-property | |
            jdbc.driver                                    | org.h2.Driver | | logged
            jdbc.user                                      | sa | | logged
            jdbc.password                                  | sa | | logged
            qualifiers                                     | a.Qualifier | | logged
            scope                                          | a.Scope | | logged
            sharedCache.mode                               | NONE | SOME |
            lock.timeout                                   | 100 | soon |
            query.timeout                                  | 100 | soon |
            bean.manager                                   | | given |
            validation.mode                                | none | maybe |
            validation.factory                             | | no factory |
            validation.group.pre-persist                   | jakarta.validation.groups.Default | a.Missing |
            validation.group.pre-update                    | jakarta.validation.groups.Default | a.Missing |
            validation.group.pre-remove                    | jakarta.validation.groups.Default | a.Missing |
            schema-generation.database.action              | drop-and-create | validate |
            schema-generation.scripts.action               | none | create |
            schema-generation.create-source                | metadata | script |
            schema-generation.drop-source                  | metadata | script-then-metadata |
            schema-generation.create-script-source         | | a.sql |
            schema-generation.drop-script-source           | | a.sql |
            schema-generation.scripts.create-target        | | a.sql |
            schema-generation.scripts.drop-target          | | a.sql |
            schema-generation.create-target                | | a.sql |
            schema-generation.drop-target                  | | a.sql |
            schema-generation.create-database-schemas      | true | perhaps |
            schema-generation.connection                   | | given |
            database-product-name                          | | H2 |
            database-major-version                         | | 2 |
            database-minor-version                         | | 2 |
            sql-load-script-source                         | | a.sql |
            lock.scope                                     | NORMAL | | logged
            cache.retrieveMode                             | USE | | logged
            cache.storeMode                                | USE | | logged
            fetchgraph                                     | a | | logged
            loadgraph                                      | a | | logged
            """);

    private static final List<Row> OF_A_CALL = rows(
            """
            lock.timeout       | 100 | soon |
            lock.scope         | NORMAL | EXTENDED |
            query.timeout      | 100 | soon |
            cache.retrieveMode | BYPASS | SOMETIMES |
            cache.storeMode    | REFRESH | SOMETIMES |
            fetchgraph         | | graph |
            loadgraph          | | graph |
            """);

    private static List<Row> rows(String table) {
        List<Row> rows = new ArrayList<>();
        table.lines().forEach(line -> {
            String[] cells = line.split("\\|", -1);
            rows.add(new Row(
                    StandardProperties.PREFIX + cells[0].strip(),
                    cells[1].strip(),
                    cells[2].strip(),
                    cells[3].strip().equals("logged")));
        });
        return rows;
    }

    static Stream<Row> ofAUnit() {
        return OF_A_UNIT.stream();
    }

    static Stream<Row> ofACall() {
        return OF_A_CALL.stream();
    }

    private static void withUnit(Map<String, ?> properties) {
        try (SpecUnit unit = SpecUnit.of(properties, Single.class, Single.Part.class)) {
            assertThat(unit.factory().isOpen()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("ofAUnit")
    void aPropertyOfAUnitIsTakenRefusedOrLogged(Row row) {
        Map<String, String> url = Map.of("jakarta.persistence.jdbc.url", "memory:standard-property");
        if (!row.taken.isEmpty()) {
            Map<String, Object> properties = new LinkedHashMap<>(url);
            properties.put(row.key, row.taken);
            withUnit(properties);
            UnitSettings settings = UnitSettings.of("u", properties);
            assertThat(settings.ignored().contains(row.key)).isEqualTo(row.isLogged);
            assertThat(settings.unknown()).isEmpty();
        }
        if (!row.refused.isEmpty()) {
            Map<String, Object> properties = new LinkedHashMap<>(url);
            properties.put(row.key, row.refused);
            assertThatThrownBy(() -> withUnit(properties))
                    .isInstanceOf(PersistenceException.class)
                    .hasMessageMatching("(?s)DORM\\d{4} .*");
        }
    }

    @ParameterizedTest
    @MethodSource("ofACall")
    void aHintIsTakenOrRefusedWhereverItIsGiven(Row row) {
        try (SpecUnit unit = SpecUnit.of(Single.class, Single.Part.class)) {
            for (Carrier carrier : carriers(unit)) {
                if (!row.taken.isEmpty()) {
                    carrier.give(row.key, row.taken);
                }
                if (!row.refused.isEmpty()) {
                    assertThat(catchThrowable(() -> carrier.give(row.key, row.refused)))
                            .isInstanceOfAny(IllegalArgumentException.class, UnsupportedOperationException.class)
                            .hasMessageMatching("(?s)DORM\\d{4} .*");
                }
            }
        }
    }

    /** Whatever takes a hint. */
    private interface Carrier {
        void give(String key, Object value);
    }

    private static List<Carrier> carriers(SpecUnit unit) {
        EntityManager manager = unit.manager();
        Single single = new Single();
        single.id = 1;
        single.text = "text";
        unit.run(writer -> writer.persist(single));
        return List.of(
                (key, value) ->
                        unit.factory().createEntityManager(Map.of(key, value)).close(),
                manager::setProperty,
                (key, value) -> manager.createQuery("SELECT s FROM Single s").setHint(key, value),
                (key, value) -> manager.find(Single.class, 1, Map.of(key, value)),
                (key, value) -> manager.refresh(manager.find(Single.class, 1), Map.of(key, value)));
    }

    @Test
    void theTablesHaveEveryNameOfTheSpecification() throws IllegalAccessException {
        Set<String> listed = new TreeSet<>();
        OF_A_UNIT.forEach(row -> listed.add(row.key));
        assertThat(listed).isEqualTo(StandardProperties.all());
        assertThat(OF_A_CALL.stream().map(Row::key)).hasSameElementsAs(StandardProperties.ofACall());
        for (Field field : PersistenceConfiguration.class.getFields()) {
            if (field.getType() == String.class) {
                assertThat(listed).contains((String) field.get(null));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "jakarta.persistence.lock.timout, jakarta.persistence.lock.timeout",
        "jakarta.persistence.sharedCacheMode, jakarta.persistence.sharedCache.mode",
        "jakarta.persistence.schema-generation.database.actoin, jakarta.persistence.schema-generation.database.action"
    })
    void anUnknownPropertyIsIgnoredAndLoggedWithTheNearestName(String unknown, String nearest) {
        List<String> logged = logged(UnitSettings.class, () -> withUnit(Map.of(unknown, "x")));
        assertThat(logged).singleElement().asString().contains(unknown, "did you mean " + nearest + "?");
    }

    @Test
    void anUnknownHintIsIgnoredAndLoggedOnce() {
        try (SpecUnit unit = SpecUnit.of(Single.class, Single.Part.class)) {
            List<String> logged = logged(StandardProperties.class, () -> {
                for (Carrier carrier : carriers(unit)) {
                    carrier.give("jakarta.persistence.query.timeuot", 1);
                    carrier.give("jakarta.persistence.jdbc.url", "memory:x");
                    carrier.give("com.example.hint", 1);
                }
            });
            assertThat(logged).hasSize(2);
            assertThat(logged.get(0))
                    .contains("jakarta.persistence.query.timeuot (did you mean jakarta.persistence.query.timeout?)");
            assertThat(logged.get(1)).contains("jakarta.persistence.jdbc.url").contains("no effect");
        }
    }

    private static List<String> logged(Class<?> source, Runnable work) {
        List<String> messages = new ArrayList<>();
        SimpleFormatter formatter = new SimpleFormatter();
        Handler handler = new Handler() {
            @Override
            public void publish(@Nullable LogRecord message) {
                if (message != null) {
                    messages.add(formatter.formatMessage(message));
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(source.getName());
        logger.addHandler(handler);
        try {
            work.run();
        } finally {
            logger.removeHandler(handler);
        }
        return messages;
    }
}
