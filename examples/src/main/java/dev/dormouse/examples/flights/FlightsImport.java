package dev.dormouse.examples.flights;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads the five files and persists what they say, a thousand rows a transaction. */
final class FlightsImport {

    private static final int ROWS = 16 + 1_458 + 3_322 + 26_115 + 336_776;
    private static final int BATCH = 1_000;

    private final EntityManagerFactory factory;
    private final Path folder;
    private final Progress progress;
    private final Set<String> airports = new HashSet<>();
    private final Set<String> planes = new HashSet<>();
    private final Set<WeatherId> hours = new HashSet<>();

    FlightsImport(EntityManagerFactory factory, Path folder, PrintStream out) {
        this.factory = factory;
        this.folder = folder;
        this.progress = new Progress(out, ROWS);
    }

    void run() {
        persistAll("airlines.csv", (manager, row) -> manager.persist(new Airline(row.text(0), row.text(1))));
        persistAll("airports.csv", (manager, row) -> manager.persist(airport(row)));
        persistAll("planes.csv", (manager, row) -> manager.persist(plane(row)));
        persistAll("weather.csv.gz", (manager, row) -> manager.persist(weather(row)));
        persistAll("flights.csv.gz", (manager, row) -> manager.persist(flight(manager, row)));
        progress.done();
    }

    private void persistAll(String file, BiConsumer<EntityManager, CsvFile.Row> persist) {
        try (EntityManager manager = factory.createEntityManager()) {
            int[] inBatch = {0};
            manager.getTransaction().begin();
            new CsvFile(folder.resolve(file)).forEach(row -> {
                persist.accept(manager, row);
                progress.row();
                if (++inBatch[0] == BATCH) {
                    inBatch[0] = 0;
                    manager.getTransaction().commit();
                    manager.clear();
                    manager.getTransaction().begin();
                }
            });
            manager.getTransaction().commit();
        }
    }

    private Airport airport(CsvFile.Row row) {
        Airport airport = new Airport();
        airport.setFaa(row.text(0));
        airport.setName(row.text(1));
        airport.setLatitude(Double.parseDouble(row.text(2)));
        airport.setLongitude(Double.parseDouble(row.text(3)));
        airport.setAltitude(row.number(4));
        airport.setHoursFromUtc(row.number(5));
        airport.setDaylightSaving(row.text(6));
        airport.setTimeZone(row.textOrNull(7));
        airports.add(airport.getFaa());
        return airport;
    }

    private Plane plane(CsvFile.Row row) {
        Plane plane = new Plane();
        plane.setTailNumber(row.text(0));
        plane.setYearBuilt(row.numberOrNull(1));
        plane.setType(row.textOrNull(2));
        plane.setManufacturer(row.textOrNull(3));
        plane.setModel(row.textOrNull(4));
        plane.setEngines(row.number(5));
        plane.setSeats(row.number(6));
        plane.setSpeed(row.numberOrNull(7));
        plane.setEngine(row.textOrNull(8));
        planes.add(plane.getTailNumber());
        return plane;
    }

    private Weather weather(CsvFile.Row row) {
        WeatherId id = new WeatherId(row.text(0), Instant.parse(row.text(14)));
        hours.add(id);
        Weather weather = new Weather(id);
        weather.temperature = row.decimalOrNull(5);
        weather.dewPoint = row.decimalOrNull(6);
        weather.humidity = row.decimalOrNull(7);
        weather.windDirection = row.numberOrNull(8);
        weather.windSpeed = row.decimalOrNull(9);
        weather.windGust = row.decimalOrNull(10);
        weather.precipitation = row.decimalOrNull(11);
        weather.pressure = row.decimalOrNull(12);
        weather.visibility = row.decimalOrNull(13);
        return weather;
    }

    private Flight flight(EntityManager manager, CsvFile.Row row) {
        Flight flight = new Flight();
        flight.date = LocalDate.of(row.number(0), row.number(1), row.number(2));
        flight.carrier = row.text(9);
        flight.number = row.number(10);
        flight.tailNumber = row.textOrNull(11);
        flight.originCode = row.text(12);
        flight.destinationCode = row.text(13);
        flight.distance = row.number(15);
        flight.hour = Instant.parse(row.text(18));
        flight.times = times(row);
        flight.airline = manager.getReference(Airline.class, flight.carrier);
        flight.origin = airport(manager, flight.originCode);
        flight.destination = airport(manager, flight.destinationCode);
        flight.plane = planes.contains(flight.tailNumber) ? manager.getReference(Plane.class, flight.tailNumber) : null;
        WeatherId id = new WeatherId(flight.originCode, flight.hour);
        flight.weather = hours.contains(id) ? manager.getReference(Weather.class, id) : null;
        return flight;
    }

    private @Nullable Airport airport(EntityManager manager, String code) {
        return airports.contains(code) ? manager.getReference(Airport.class, code) : null;
    }

    private static FlightTimes times(CsvFile.Row row) {
        FlightTimes times = new FlightTimes();
        times.departure = row.numberOrNull(3);
        times.scheduledDeparture = row.number(4);
        times.departureDelay = row.numberOrNull(5);
        times.arrival = row.numberOrNull(6);
        times.scheduledArrival = row.number(7);
        times.arrivalDelay = row.numberOrNull(8);
        times.airTime = row.numberOrNull(14);
        return times;
    }
}
