package dev.dormouse.examples.associations;

import com.mongodb.client.MongoDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;

/** The program behind {@code examples/run associations [URL]}: one kind of association after the other, in empty tables. */
public final class AssociationsExample {

    private final String url;
    private final PrintStream out;

    AssociationsExample(String url, PrintStream out) {
        this.url = url;
        this.out = out;
    }

    /**
     * Shows all associations.
     *
     * @param arguments the URL of the data; {@code memory:associations} if there is none
     */
    public static void main(String[] arguments) {
        new AssociationsExample(arguments.length > 0 ? arguments[0] : "memory:associations", System.out).run();
    }

    void run() {
        Section.all().forEach(this::show);
    }

    private void show(Section section) {
        out.println(section.title());
        try (EntityManagerFactory factory = factory(section)) {
            factory.runInTransaction(manager -> section.entities().forEach(manager::persist));
            List<String> entity = section.mapping().lines().toList();
            List<String> stored = isMongo() ? documents(factory, section) : List.of();
            try (EntityManager manager = factory.createEntityManager()) {
                SideBySide.print(out, List.of(entity, stored, answers(manager, section)));
            }
        }
        out.println();
    }

    /** The tables of one section take the place of those of the section before. */
    private EntityManagerFactory factory(Section section) {
        PersistenceConfiguration unit = new PersistenceConfiguration("associations")
                .provider("dev.dormouse.DormousePersistenceProvider")
                .property("jakarta.persistence.jdbc.url", url)
                .property("jakarta.persistence.schema-generation.database.action", "drop-and-create");
        section.classes().forEach(unit::managedClass);
        return unit.createEntityManagerFactory();
    }

    private boolean isMongo() {
        return url.startsWith("mongodb");
    }

    private static List<String> documents(EntityManagerFactory factory, Section section) {
        MongoDatabase database = factory.unwrap(MongoDatabase.class);
        List<String> lines = new ArrayList<>();
        for (String collection : section.collections()) {
            lines.add("// " + collection);
            for (Document document : database.getCollection(collection).find().sort(new Document("_id", 1))) {
                lines.add(document.toJson());
            }
        }
        return lines;
    }

    private static List<String> answers(EntityManager manager, Section section) {
        List<String> lines = new ArrayList<>(Arrays.asList(section.query()
                .replace(" from ", "\nfrom ")
                .replace(" where ", "\nwhere ")
                .split("\n", -1)));
        for (Object row : manager.createQuery(section.query(), Object.class).getResultList()) {
            lines.add("-> " + (row instanceof Object[] parts ? Arrays.toString(parts) : row));
        }
        return lines;
    }
}
