package dev.dormouse.examples.flights;

import dev.dormouse.query.QueryExplanation;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;

/** Asks the provider how it ran a query. */
final class PlanPrinter {

    private PlanPrinter() {}

    static String planOf(Query query) {
        try {
            return query.unwrap(QueryExplanation.class).text();
        } catch (PersistenceException otherProvider) {
            return "";
        }
    }
}
