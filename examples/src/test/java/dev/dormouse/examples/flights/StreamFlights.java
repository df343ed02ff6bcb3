package dev.dormouse.examples.flights;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;

/** Streams all flights in one context that is cleared, reading only; a program of its own, so that its heap can be bounded. */
final class StreamFlights {

    private StreamFlights() {}

    public static void main(String[] arguments) {
        Map<String, Object> settings =
                Map.of("jakarta.persistence.jdbc.url", arguments[0], "dormouse.lmdb.read-only", "true");
        try (EntityManagerFactory factory = Persistence.createEntityManagerFactory("flights", settings);
                EntityManager manager = factory.createEntityManager();
                Stream<Flight> stream = manager.createQuery("select f from Flight f", Flight.class)
                        .getResultStream()) {
            long count = 0;
            for (Iterator<Flight> flights = stream.iterator(); flights.hasNext(); ) {
                flights.next();
                if (++count % 1000 == 0) {
                    manager.clear();
                }
            }
            System.out.println("streamed " + count + " flights");
        }
    }
}
