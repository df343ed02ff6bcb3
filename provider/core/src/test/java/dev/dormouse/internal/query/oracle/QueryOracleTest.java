package dev.dormouse.internal.query.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.DormousePersistenceProvider;
import dev.dormouse.query.QueryExplanation;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanTree;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QueryOracleTest {

    private static final int QUERIES_A_SHOP = 40;
    private static final int SHOPS = 25;

    private static EntityManagerFactory filled(Shop shop) {
        PersistenceConfiguration configuration =
                new PersistenceConfiguration("shop").property("jakarta.persistence.jdbc.url", PlantedShop.URL);
        Shop.CLASSES.forEach(configuration::managedClass);
        EntityManagerFactory factory =
                Objects.requireNonNull(new DormousePersistenceProvider().createEntityManagerFactory(configuration));
        factory.runInTransaction(shop::persist);
        return factory;
    }

    @Property(tries = SHOPS, shrinking = ShrinkingMode.OFF)
    void aQueryGivesWhatItMeans(@ForAll long seed) {
        try (EntityManagerFactory factory = filled(new Shop(seed));
                EntityManager manager = factory.createEntityManager()) {
            Shop shop = new Shop(seed);
            for (int i = 0; i < QUERIES_A_SHOP; i++) {
                RandomQuery query = RandomQuery.of(shop, seed * 31 + i);
                Query asked = manager.createQuery(query.text());
                if (query.first() > 0) {
                    asked.setFirstResult(query.first());
                }
                if (query.most() < Integer.MAX_VALUE) {
                    asked.setMaxResults(query.most());
                }
                List<List<@Nullable Object>> rows = new ArrayList<>();
                List<?> results = asked.getResultList();
                results.forEach(row -> rows.add(plain(row)));
                String description =
                        query + "\n" + asked.unwrap(QueryExplanation.class).text();
                if (query.ordered()) {
                    assertThat(rows).as(description).isEqualTo(query.rows());
                } else {
                    assertThat(rows).as(description).containsExactlyInAnyOrderElementsOf(query.rows());
                }
            }
        }
    }

    private static List<@Nullable Object> plain(@Nullable Object row) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Object value : row instanceof Object[] several ? Arrays.asList(several) : Arrays.asList(row)) {
            values.add(RandomQuery.plain(value));
        }
        return values;
    }

    private static Arguments planted(String name, UnaryOperator<Plan> mistake) {
        return Arguments.of(name, mistake);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                planted(
                        "NOT IN forgets nulls",
                        node -> node instanceof Join join && join.strategy() instanceof Join.Strategy.NullAwareHash hash
                                ? new Join(
                                        join.left(),
                                        join.right(),
                                        join.kind(),
                                        join.condition(),
                                        new Join.Strategy.Hash(hash.leftKeys(), hash.rightKeys()))
                                : node),
                planted(
                        "an outer join loses rows",
                        node -> node instanceof Join join && join.kind() == Join.Kind.LEFT
                                ? new Join(
                                        join.left(), join.right(), Join.Kind.INNER, join.condition(), join.strategy())
                                : node),
                planted(
                        "a negation holds for what is unknown",
                        node -> PlanTree.mapExpressions(
                                node,
                                e -> node instanceof Filter && e instanceof Expression.Not
                                        ? new Expression.Or(List.of(e, new Expression.IsNull(e)))
                                        : e)));
    }

    /** Asks the queries of some shops until an answer is wrong. */
    private static boolean isFound(UnaryOperator<Plan> mistake, int shops) {
        for (long seed = 0; seed < shops; seed++) {
            Shop shop = new Shop(seed);
            try (EntityManagerFactory factory = filled(new Shop(seed));
                    PlantedShop planted = new PlantedShop(mistake)) {
                assertThat(factory.isOpen()).isTrue();
                for (int i = 0; i < QUERIES_A_SHOP; i++) {
                    RandomQuery query = RandomQuery.of(shop, seed * 31 + i);
                    boolean whole = query.first() == 0 && query.most() == Integer.MAX_VALUE;
                    if (whole && differs(planted.rows(query.text()), query.rows())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** A plan has an item that is selected twice once only: such rows are not compared. */
    private static boolean differs(List<List<@Nullable Object>> rows, List<List<@Nullable Object>> expected) {
        boolean comparable = rows.isEmpty()
                || expected.isEmpty()
                || rows.get(0).size() == expected.get(0).size();
        return comparable && !counted(rows).equals(counted(expected));
    }

    private static Map<List<@Nullable Object>, Integer> counted(List<List<@Nullable Object>> rows) {
        Map<List<@Nullable Object>, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row, 1, Integer::sum));
        return counts;
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aWrongRuleIsFound(String name, UnaryOperator<Plan> mistake) {
        assertThat(isFound(mistake, SHOPS)).as(name).isTrue();
    }

    @Test
    void withoutAMistakeNothingIsFound() {
        assertThat(isFound(UnaryOperator.identity(), 5)).isFalse();
    }
}
