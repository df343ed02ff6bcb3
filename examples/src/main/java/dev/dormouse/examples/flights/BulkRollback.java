package dev.dormouse.examples.flights;

import jakarta.persistence.EntityManager;
import java.util.List;

/** Question 10: bulk update and delete inside a transaction that is rolled back; counts before, inside and after. */
final class BulkRollback {

    private BulkRollback() {}

    static List<List<String>> run(EntityManager manager) {
        List<String> before = counts("before", manager);
        manager.getTransaction().begin();
        int updated = manager.createQuery(
                        "update Flight f set f.times.departureDelay = f.times.departureDelay + 60 where f.carrier = 'HA'")
                .executeUpdate();
        int deleted = manager.createQuery("delete from Flight f where f.carrier = 'OO'")
                .executeUpdate();
        List<String> inside = counts("inside", manager);
        manager.getTransaction().rollback();
        List<String> after = counts("after", manager);
        return List.of(List.of("updated", text(updated), "deleted", text(deleted)), before, inside, after);
    }

    private static List<String> counts(String when, EntityManager manager) {
        Object flights = manager.createQuery("select count(f) from Flight f").getSingleResult();
        Object late = manager.createQuery(
                        "select count(f) from Flight f where f.carrier = 'HA' and f.times.departureDelay >= 60")
                .getSingleResult();
        return List.of(when, "flights " + flights, "late HA " + late);
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
