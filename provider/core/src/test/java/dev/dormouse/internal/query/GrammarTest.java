package dev.dormouse.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.internal.query.company.Company;
import dev.dormouse.jpql.JpqlParser;
import dev.dormouse.jpql.ast.DeleteStatement;
import dev.dormouse.jpql.ast.Node;
import dev.dormouse.jpql.ast.Statement;
import dev.dormouse.jpql.ast.UpdateStatement;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Parameter;
import jakarta.persistence.Query;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each kind of node of the query language, and each constant of one, stands in a query that runs or is refused by name. */
class GrammarTest {

    /** What the table of results does not have. */
    private static final List<String> MORE = List.of(
            "update Employee e set e.salary = e.salary + ?1 where e.id in ?2",
            "delete from Visit v where v.id = :id",
            "select e.name from Employee e where e.id in :ids",
            "select v.id from Visit v where local time > {t '00:00:00'}",
            "select cast('1' as long), cast('1' as float), +e.salary from Employee e",
            "select v.id from Visit v where current_time > {t '00:00:00'} and v.time < current_timestamp",
            "select extract(week from v.time), extract(minute from v.time), extract(time from v.time) from Visit v",
            "select trim(leading from e.name), trim(trailing 'a' from e.name) from Employee e order by e.name nulls first",
            "select function('reverse', e.name) from Employee e");

    private static final Map<String, Object> VALUES = Map.of("1", 1L, "2", List.of(1), "id", 1, "ids", List.of(1, 2));

    private static Company company;

    @BeforeAll
    static void open() {
        company = new Company();
    }

    @AfterAll
    static void close() {
        company.close();
    }

    private static List<String> queries() throws IOException {
        List<String> queries = new ArrayList<>(MORE);
        StringBuilder query = new StringBuilder();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(GrammarTest.class.getResourceAsStream("results.txt")),
                StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("=>")) {
                    queries.add(query.toString().strip());
                    query.setLength(0);
                } else if (!line.startsWith("#")) {
                    query.append(line.strip()).append(' ');
                }
            }
        }
        return queries;
    }

    /** All kinds of nodes by the sealed hierarchy, and the constants of the enums in them. */
    private static Set<Object> kinds() {
        Set<Object> kinds = new LinkedHashSet<>();
        collect(Node.class, kinds, new HashSet<>());
        return kinds;
    }

    private static void collect(Class<?> type, Set<Object> kinds, Set<Class<?>> seen) {
        if (!seen.add(type)) {
            return;
        }
        if (type.isEnum()) {
            kinds.addAll(Arrays.asList(type.getEnumConstants()));
        }
        if (type.isRecord() && Node.class.isAssignableFrom(type)) {
            kinds.add(type);
            for (RecordComponent component : type.getRecordComponents()) {
                collect(component.getType(), kinds, seen);
            }
        }
        if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses())
                    .sorted(Comparator.comparing(Class::getName))
                    .forEach(kind -> collect(kind, kinds, seen));
        }
    }

    /** The kinds that a tree has. */
    private static void collect(@Nullable Object part, Set<Object> kinds) {
        if (part instanceof Collection<?> several) {
            several.forEach(one -> collect(one, kinds));
        } else if (part instanceof Optional<?> maybe) {
            maybe.ifPresent(one -> collect(one, kinds));
        } else if (part instanceof Enum<?>) {
            kinds.add(part);
        } else if (part instanceof Node node) {
            kinds.add(node.getClass());
            for (RecordComponent component : node.getClass().getRecordComponents()) {
                try {
                    collect(component.getAccessor().invoke(node), kinds);
                } catch (ReflectiveOperationException broken) {
                    throw new LinkageError(component.toString(), broken);
                }
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> everyConstructRunsOrIsRefusedByName() throws IOException {
        Map<Object, String> shown = new HashMap<>();
        for (String query : queries()) {
            Set<Object> kinds = new HashSet<>();
            collect(JpqlParser.parse(query), kinds);
            kinds.forEach(kind -> shown.putIfAbsent(kind, query));
        }
        return kinds().stream()
                .map(kind -> DynamicTest.dynamicTest(name(kind), () -> {
                    String query = shown.get(kind);
                    assertThat(query).as("a query that shows " + name(kind)).isNotNull();
                    String refusal = refusal(Objects.requireNonNull(query));
                    assertThat(refusal).as(query).matches("|DORM1060 Not supported yet: .*");
                }));
    }

    private static String name(Object kind) {
        return kind instanceof Enum<?> constant
                ? constant.getDeclaringClass().getSimpleName() + "." + constant.name()
                : ((Class<?>) kind).getSimpleName();
    }

    /** Runs a query and returns why it is not, empty if it is. */
    private static String refusal(String text) {
        Statement statement = JpqlParser.parse(text);
        try (EntityManager manager = company.factory().createEntityManager()) {
            manager.getTransaction().begin();
            try {
                Query query = manager.createQuery(text);
                bind(query);
                if (statement instanceof UpdateStatement || statement instanceof DeleteStatement) {
                    assertThat(query.executeUpdate()).isPositive();
                } else {
                    assertThat((Object) query.getResultList()).isNotNull();
                }
                return "";
            } catch (IllegalArgumentException refused) {
                return String.valueOf(refused.getMessage());
            } finally {
                manager.getTransaction().rollback();
            }
        }
    }

    private static void bind(Query query) {
        for (Parameter<?> parameter : query.getParameters()) {
            Integer position = parameter.getPosition();
            if (position != null) {
                query.setParameter(position, VALUES.get(String.valueOf(position)));
            } else {
                query.setParameter(parameter.getName(), VALUES.get(parameter.getName()));
            }
        }
    }

    /** The kinds are found at all: a hierarchy that grows is asked for more queries. */
    @TestFactory
    Stream<DynamicTest> theHierarchyIsSeen() {
        Set<String> names = new TreeSet<>();
        kinds().forEach(kind -> names.add(name(kind)));
        return Stream.of("SelectStatement", "QuantifiedComparison", "JoinType.LEFT", "TimeLiteral")
                .map(name -> DynamicTest.dynamicTest(
                        name, () -> assertThat(names).contains(name).hasSizeGreaterThan(100)));
    }
}
