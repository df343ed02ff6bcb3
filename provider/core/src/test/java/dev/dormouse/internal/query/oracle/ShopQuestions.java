package dev.dormouse.internal.query.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.DormousePersistenceProvider;
import dev.dormouse.internal.query.oracle.Shape.Way;
import dev.dormouse.query.QueryExplanation;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Random queries about a random shop, asked in a store and compared with what they mean. */
public final class ShopQuestions {

    private ShopQuestions() {}

    /**
     * Fills an empty store with a shop, asks and compares.
     *
     * @param url where the store is
     * @param seed makes the shop and the queries
     * @param queries how many
     */
    public static void ask(String url, long seed, int queries) {
        try (EntityManagerFactory factory = filled(url, new Shop(seed));
                EntityManager manager = factory.createEntityManager()) {
            Shop shop = new Shop(seed);
            for (int i = 0; i < queries; i++) {
                RandomQuery query = RandomQuery.of(shop, seed * 31 + i);
                manager.clear();
                Query asked = asked(manager, query);
                List<?> results = asked.getResultList();
                List<List<@Nullable Object>> rows = plainRows(results);
                String description =
                        query + "\n" + asked.unwrap(QueryExplanation.class).text();
                if (query.ordered()) {
                    assertThat(rows).as(description).isEqualTo(query.rows());
                } else {
                    assertThat(rows).as(description).containsExactlyInAnyOrderElementsOf(query.rows());
                }
                for (Way way : query.fetched()) {
                    results.forEach(owner -> assertThat(fetched(owner, way))
                            .as(description)
                            .containsExactlyInAnyOrderElementsOf(fetched(shop.like(owner), way)));
                }
            }
        }
    }

    static EntityManagerFactory filled(String url, Shop shop) {
        PersistenceConfiguration configuration =
                new PersistenceConfiguration("shop").property("jakarta.persistence.jdbc.url", url);
        ShopModel.CLASSES.forEach(configuration::managedClass);
        EntityManagerFactory factory =
                Objects.requireNonNull(new DormousePersistenceProvider().createEntityManagerFactory(configuration));
        factory.runInTransaction(shop::persist);
        return factory;
    }

    static Query asked(EntityManager manager, RandomQuery query) {
        Query asked = manager.createQuery(query.text());
        query.parameters().forEach(asked::setParameter);
        if (query.first() > 0) {
            asked.setFirstResult(query.first());
        }
        if (query.most() < Integer.MAX_VALUE) {
            asked.setMaxResults(query.most());
        }
        return asked;
    }

    private static List<@Nullable Object> fetched(Object owner, Way way) {
        List<@Nullable Object> elements = new ArrayList<>();
        Shape.elements(owner, way.name()).forEach(element -> elements.add(RandomQuery.plain(element)));
        return elements;
    }

    static List<List<@Nullable Object>> plainRows(List<?> results) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        results.forEach(row -> rows.add(plain(row)));
        return rows;
    }

    private static List<@Nullable Object> plain(@Nullable Object row) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Object value : row instanceof Object[] several ? Arrays.asList(several) : Arrays.asList(row)) {
            values.add(RandomQuery.plain(value));
        }
        return values;
    }
}
