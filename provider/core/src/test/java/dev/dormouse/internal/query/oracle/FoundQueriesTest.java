package dev.dormouse.internal.query.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.DormousePersistenceProvider;
import dev.dormouse.internal.query.oracle.ShopModel.Customer;
import dev.dormouse.internal.query.oracle.ShopModel.Dealer;
import dev.dormouse.internal.query.oracle.ShopModel.Item;
import dev.dormouse.internal.query.oracle.ShopModel.Stall;
import dev.dormouse.internal.query.oracle.ShopModel.StallId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries that once gave a wrong answer, found at random, by section of the specification. */
class FoundQueriesTest {

    private static EntityManagerFactory factory;

    @BeforeAll
    static void open() {
        PersistenceConfiguration configuration =
                new PersistenceConfiguration("found").property("jakarta.persistence.jdbc.url", "memory:found");
        ShopModel.CLASSES.forEach(configuration::managedClass);
        factory = Objects.requireNonNull(new DormousePersistenceProvider().createEntityManagerFactory(configuration));
        factory.runInTransaction(FoundQueriesTest::fill);
    }

    @AfterAll
    static void close() {
        factory.close();
    }

    /** Stall 1 is kept by a customer, stall 2 by a dealer who is a guest there, stall 3 by nobody; stall 4 has no guest either. */
    private static void fill(EntityManager manager) {
        Item item = new Item();
        item.id = 1;
        Customer customer = new Customer();
        customer.id = 1;
        customer.words.add("a");
        Dealer dealer = new Dealer();
        dealer.id = 2;
        for (int number = 1; number <= 4; number++) {
            Stall stall = new Stall();
            stall.id = new StallId("a", number);
            if (number < 4) {
                stall.guests.put(item, dealer);
            }
            if (number < 3) {
                (number == 1 ? customer : dealer).stall = stall;
            }
            manager.persist(stall);
        }
        List.of(item, customer, dealer).forEach(manager::persist);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "4.4.5 TREAT of an association kept at the other side | select d.id from Stall s join treat(s.keeper as Dealer) d | 2",
                "4.4.5 TREAT, outer | select s.id.number from Stall s left join treat(s.keeper as Dealer) d where d is null | 1 3 4",
                "4.6.9 nothing is a member of an empty element collection | select c.id from Customer c where c.name not member of c.words | 2",
                "4.6.9 what is not known is not a non-member | select s.id.number from Stall s where s.keeper not member of s.guests | 1 4",
                "4.6.9 neither is it where the whole is negated | select s.id.number from Stall s where not (s.keeper member of s.guests) | 1 4",
                "4.6.9 a variable of an outer join | select s.id.number from Stall s left join s.keeper k where not (k member of s.guests) | 1 4",
                "4.6.18 the end of a path may be null | select s.id.number from Stall s join Customer c on c.id = 1 where s.keeper = c or s.id.number = 4 | 1 4",
                "4.4.6 no entry behind an outer join | select entry(g) from Stall s left join s.guests g where s.id.number = 4 | null"
            })
    void aFoundQueryGivesWhatItMeans(String section, String text, String expected) {
        try (EntityManager manager = factory.createEntityManager()) {
            List<String> rows = manager.createQuery(text, Object.class).getResultList().stream()
                    .map(String::valueOf)
                    .sorted()
                    .toList();
            assertThat(String.join(" ", rows)).as(section).isEqualTo(String.valueOf(expected));
        }
    }

    /** Section 4.2.1: each column of a side has its place, though it is selected twice. */
    @ParameterizedTest
    @CsvSource({"union,2", "'union all',4", "intersect,2", "except,0"})
    void aColumnIsSelectedTwiceBelowASetOperator(String operator, int rows) {
        String text = "select c.id, c.id from Customer c " + operator + " select d.id, d.id from Customer d";
        try (EntityManager manager = factory.createEntityManager()) {
            assertThat(manager.createQuery(text, Object[].class).getResultList())
                    .hasSize(rows)
                    .allMatch(row -> row[0].equals(row[1]));
        }
    }
}
