package dev.dormouse.internal.query.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.query.QueryExplanation;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanTree;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private static final int SHOPS = 20;

    @Property(tries = SHOPS, shrinking = ShrinkingMode.OFF)
    void aQueryGivesWhatItMeans(@ForAll long seed) {
        ShopQuestions.ask(PlantedShop.URL, seed, QUERIES_A_SHOP);
    }

    /** Index entries alone answer many of the queries: what they give is proved above. */
    @Test
    void entriesOftenSuffice() {
        int sufficed = 0;
        for (long seed = 0; seed < 3; seed++) {
            Shop shop = new Shop(seed);
            try (EntityManagerFactory factory = ShopQuestions.filled(PlantedShop.URL, new Shop(seed));
                    EntityManager manager = factory.createEntityManager()) {
                for (int i = 0; i < QUERIES_A_SHOP; i++) {
                    Query asked = ShopQuestions.asked(manager, RandomQuery.of(shop, seed * 31 + i));
                    String plan = asked.unwrap(QueryExplanation.class).text();
                    sufficed += plan.contains("entries suffice") ? 1 : 0;
                }
            }
        }
        assertThat(sufficed).isGreaterThan(10);
    }

    @Property(tries = SHOPS / 2, shrinking = ShrinkingMode.OFF)
    void aBulkStatementLeavesWhatItMeans(@ForAll long seed) {
        try (EntityManagerFactory factory = ShopQuestions.filled(PlantedShop.URL, new Shop(seed))) {
            Shop shop = new Shop(seed);
            for (int i = 0; i < QUERIES_A_SHOP; i++) {
                RandomStatement statement = RandomStatement.of(shop, seed * 31 + i);
                try (EntityManager manager = factory.createEntityManager()) {
                    manager.getTransaction().begin();
                    if (statement.breaks()) {
                        assertThatThrownBy(() -> {
                                    executed(manager, statement);
                                    manager.getTransaction().commit();
                                })
                                .as(statement.toString())
                                .isInstanceOf(PersistenceException.class);
                    } else {
                        assertThat(executed(manager, statement))
                                .as(statement.toString())
                                .isEqualTo(statement.count());
                        List<?> left = manager.createQuery(statement.check()).getResultList();
                        assertThat(ShopQuestions.plainRows(left))
                                .as(statement.toString())
                                .containsExactlyInAnyOrderElementsOf(statement.rows());
                        manager.getTransaction().rollback();
                    }
                }
            }
        }
    }

    private static int executed(EntityManager manager, RandomStatement statement) {
        Query asked = manager.createQuery(statement.text());
        statement.parameters().forEach(asked::setParameter);
        return asked.executeUpdate();
    }

    private static Arguments planted(String name, String words, int first, UnaryOperator<Plan> mistake) {
        return Arguments.of(name, words, first, mistake);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                planted(
                        "NOT IN forgets nulls",
                        " not in (select",
                        40,
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
                        " left join ",
                        0,
                        node -> node instanceof Join join && join.kind() == Join.Kind.LEFT
                                ? new Join(
                                        join.left(), join.right(), Join.Kind.INNER, join.condition(), join.strategy())
                                : node),
                planted(
                        "a negation holds for what is unknown",
                        "not (",
                        0,
                        node -> PlanTree.mapExpressions(
                                node,
                                e -> node instanceof Filter && e instanceof Expression.Not
                                        ? new Expression.Or(List.of(e, new Expression.IsNull(e)))
                                        : e)));
    }

    /** Asks the queries of some shops, from one on, that have certain words until an answer is wrong. */
    private static boolean isFound(String words, UnaryOperator<Plan> mistake, int first) {
        for (long seed = first; seed < first + SHOPS; seed++) {
            Shop shop = new Shop(seed);
            try (EntityManagerFactory factory = ShopQuestions.filled(PlantedShop.URL, new Shop(seed));
                    PlantedShop planted = new PlantedShop(mistake)) {
                assertThat(factory.isOpen()).isTrue();
                for (int i = 0; i < QUERIES_A_SHOP; i++) {
                    RandomQuery query = RandomQuery.of(shop, seed * 31 + i);
                    boolean whole = query.text().contains(words)
                            && query.first() == 0
                            && query.most() == Integer.MAX_VALUE
                            && query.parameters().isEmpty()
                            && query.fetched().isEmpty();
                    if (whole && differs(planted.rows(query.text()), query.rows())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** A plan has an item that is selected twice once only, and knows no types of Java: such rows are not compared. */
    private static boolean differs(List<List<@Nullable Object>> rows, List<List<@Nullable Object>> expected) {
        boolean comparable = rows.isEmpty()
                || expected.isEmpty()
                || (rows.get(0).size() == expected.get(0).size()
                        && expected.stream().flatMap(List::stream).allMatch(QueryOracleTest::isPlain));
        return comparable && !counted(rows).equals(counted(expected));
    }

    private static boolean isPlain(@Nullable Object value) {
        return value == null
                || value instanceof Number
                || (value instanceof String text && !text.matches(".*(=|Stall).*"));
    }

    private static Map<List<@Nullable Object>, Integer> counted(List<List<@Nullable Object>> rows) {
        Map<List<@Nullable Object>, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row, 1, Integer::sum));
        return counts;
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aWrongRuleIsFound(String name, String words, int first, UnaryOperator<Plan> mistake) {
        assertThat(isFound(words, mistake, first)).as(name).isTrue();
    }

    @Test
    void withoutAMistakeNothingIsFound() {
        assertThat(isFound(" not in (select", UnaryOperator.identity(), 0)).isFalse();
    }
}
