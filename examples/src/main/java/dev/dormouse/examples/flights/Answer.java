package dev.dormouse.examples.flights;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a question was answered.
 *
 * @param rows the rows as text, numbers that are no whole ones with six decimals
 * @param time how long the query took
 * @param plan how it ran, empty where the provider does not say
 */
record Answer(List<List<String>> rows, Duration time, String plan) {

    /** Asks a question. */
    static Answer to(Question question, EntityManager manager) {
        long start = System.nanoTime();
        Query query = manager.createQuery(question.jpql());
        question.parameters().forEach(query::setParameter);
        query.setFirstResult(question.first());
        if (question.most() > 0) {
            query.setMaxResults(question.most());
        }
        List<List<String>> rows = new ArrayList<>();
        for (Object row : query.getResultList()) {
            rows.add(cells(row));
        }
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        return new Answer(rows, time, PlanPrinter.planOf(query));
    }

    private static List<String> cells(Object row) {
        if (row instanceof Flight flight) {
            Airport destination = flight.getDestination();
            return List.of(
                    flight.getDate().toString(),
                    text(flight.getTimes().getScheduledDeparture()),
                    flight.getCarrier() + " " + flight.getNumber(),
                    destination == null ? "-" : destination.getName());
        }
        List<String> cells = new ArrayList<>();
        for (Object cell : row instanceof Object[] several ? several : new Object[] {row}) {
            cells.add(text(cell));
        }
        return cells;
    }

    static String text(@Nullable Object cell) {
        return cell instanceof Double number ? String.format(Locale.ROOT, "%.6f", number) : Objects.toString(cell, "-");
    }
}
