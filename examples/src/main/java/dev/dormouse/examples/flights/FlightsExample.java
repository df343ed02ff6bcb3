package dev.dormouse.examples.flights;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The program behind {@code examples/run flights [URL]}. */
public final class FlightsExample {

    private final EntityManagerFactory factory;
    private final PrintStream out;

    FlightsExample(EntityManagerFactory factory, PrintStream out) {
        this.factory = factory;
        this.out = out;
    }

    /**
     * Imports the flights if they are not there, then asks.
     *
     * @param arguments the URL of the data, if not the one of persistence.xml
     */
    public static void main(String[] arguments) {
        Map<String, Object> settings =
                arguments.length > 0 ? Map.of("jakarta.persistence.jdbc.url", arguments[0]) : Map.of();
        try (EntityManagerFactory factory = Persistence.createEntityManagerFactory("flights", settings)) {
            FlightsExample example = new FlightsExample(factory, System.out);
            example.importIfEmpty(Path.of(System.getProperty("flights.data", "examples/data/nycflights13")));
            example.ask();
            example.rollBack();
            example.change();
        }
    }

    void importIfEmpty(Path folder) {
        Long flights = factory.callInTransaction(manager ->
                manager.createQuery("select count(f) from Flight f", Long.class).getSingleResult());
        if (flights > 0) {
            out.printf("%,d flights are there.%n", flights);
            return;
        }
        out.println("Importing " + folder + ":");
        new FlightsImport(factory, folder, out).run();
    }

    List<Answer> ask() {
        List<Answer> answers = new ArrayList<>();
        try (EntityManager manager = factory.createEntityManager()) {
            for (Question question : Question.ALL) {
                out.printf("%n(%d) %s%n", question.number(), question.title());
                Answer answer = Answer.to(question, manager);
                print(answer);
                answers.add(answer);
                manager.clear();
            }
        }
        return answers;
    }

    List<List<String>> rollBack() {
        out.printf("%n(10) bulk update and delete, rolled back%n");
        long start = System.nanoTime();
        try (EntityManager manager = factory.createEntityManager()) {
            List<List<String>> told = BulkRollback.run(manager);
            TextTable.print(out, told);
            out.printf("    %,d us%n", (System.nanoTime() - start) / 1000);
            return told;
        }
    }

    List<List<String>> change() {
        out.printf("%nA unit of work%n");
        List<List<String>> told = new UnitOfWork(factory).run();
        TextTable.print(out, told);
        return told;
    }

    private void print(Answer answer) {
        TextTable.print(out, answer.rows());
        out.printf("    %,d us%n", answer.time().toNanos() / 1000);
        if (!answer.plan().isEmpty()) {
            out.println(answer.plan().indent(6).stripTrailing());
        }
    }
}
