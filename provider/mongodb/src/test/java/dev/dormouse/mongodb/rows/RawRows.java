package dev.dormouse.mongodb.rows;

import dev.dormouse.mongodb.unit.MongoUnit;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the tests of the rows share: a unit on a database of its own, and documents as one writes them. */
abstract class RawRows {

    @RegisterExtension
    final MongoUnit unit = MongoUnit.of();

    EntityManagerFactory unitOf(Class<?>... classes) {
        return unit.create(Map.of(), classes);
    }

    static void persist(EntityManagerFactory factory, Object... entities) {
        factory.runInTransaction(manager -> List.of(entities).forEach(manager::persist));
    }

    static BsonDocument[] json(String... documents) {
        return List.of(documents).stream().map(BsonDocument::parse).toArray(BsonDocument[]::new);
    }
}
