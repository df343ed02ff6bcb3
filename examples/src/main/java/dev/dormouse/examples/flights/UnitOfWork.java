package dev.dormouse.examples.flights;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.RollbackException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A unit of work: change a flight, cascade through a new plane, meet a concurrent change, remove an orphan. Leaves the data as it was. */
final class UnitOfWork {

    private static final String NEW_PLANE = "N0DRM";

    private final EntityManagerFactory factory;

    UnitOfWork(EntityManagerFactory factory) {
        this.factory = factory;
    }

    List<List<String>> run() {
        Long id = factory.callInTransaction(manager -> manager.createQuery("select min(f.id) from Flight f", Long.class)
                .getSingleResult());
        List<List<String>> told = new ArrayList<>();
        told.add(List.of("changed", changeOne(id)));
        told.add(List.of("concurrent change", changeConcurrently(id)));
        told.add(List.of("cascade", persistThroughPlane()));
        told.add(List.of("orphan removal", removeOrphan()));
        return told;
    }

    private String changeOne(Long id) {
        factory.runInTransaction(manager -> {
            FlightTimes times = manager.find(Flight.class, id).getTimes();
            Integer delay = times.getDepartureDelay();
            times.setDepartureDelay(delay == null ? 1 : delay + 1);
        });
        return factory.callInTransaction(manager -> {
            Flight flight = manager.find(Flight.class, id);
            Integer delay = flight.getTimes().getDepartureDelay();
            flight.getTimes().setDepartureDelay(delay == null ? null : delay - 1);
            return "departure delay " + delay + ", version " + flight.getVersion();
        });
    }

    private String changeConcurrently(Long id) {
        try (EntityManager first = factory.createEntityManager();
                EntityManager second = factory.createEntityManager()) {
            first.getTransaction().begin();
            second.getTransaction().begin();
            first.find(Flight.class, id).distance++;
            second.find(Flight.class, id).distance--;
            first.getTransaction().commit();
            try {
                second.getTransaction().commit();
                return "not noticed";
            } catch (RollbackException e) {
                return e.getCause() instanceof OptimisticLockException ? "OptimisticLockException" : e.toString();
            } finally {
                factory.runInTransaction(manager -> manager.find(Flight.class, id).distance--);
            }
        }
    }

    private String persistThroughPlane() {
        factory.runInTransaction(manager -> {
            Plane plane = new Plane();
            plane.setTailNumber(NEW_PLANE);
            Flight flight = new Flight();
            flight.date = LocalDate.of(2013, 12, 31);
            flight.carrier = "ZZ";
            flight.number = 1;
            flight.originCode = "JFK";
            flight.destinationCode = "LAX";
            flight.airline = manager.find(Airline.class, "UA");
            flight.setPlane(plane);
            plane.getFlights().add(flight);
            manager.persist(flight);
        });
        return factory.callInTransaction(
                manager -> manager.find(Plane.class, NEW_PLANE).getFlights().size() + " flight of the new plane");
    }

    private String removeOrphan() {
        factory.runInTransaction(
                manager -> manager.find(Plane.class, NEW_PLANE).getFlights().clear());
        return factory.callInTransaction(manager -> {
            Object left = manager.createQuery("select count(f) from Flight f where f.carrier = 'ZZ'")
                    .getSingleResult();
            manager.remove(manager.find(Plane.class, NEW_PLANE));
            return left + " flights left";
        });
    }
}
