package dev.dormouse.mongodb.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.client.model.IndexOptions;
import dev.dormouse.mongodb.unit.MongoUnit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.SchemaValidationException;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The indexes of the mapping are proved by {@code validate} as the server has them; {@code update} drops none. */
final class IndexValidationTest {

    @RegisterExtension
    final MongoUnit unit = MongoUnit.of(Boat.class);

    @Entity(name = "Boat")
    @Table(
            name = "boat",
            indexes = {
                @Index(name = "by_length", columnList = "metres DESC, name"),
                @Index(name = "one_name", columnList = "name", unique = true)
            })
    static class Boat {
        @Id
        int id;

        int metres;

        @Column(nullable = false)
        String name;
    }

    private static final Map<String, String> VALIDATE =
            Map.of("jakarta.persistence.schema-generation.database.action", "validate");

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("by_length", null, false, "DORM0927"),
                Arguments.of(
                        "by_length", new Document("metres", 1).append("name", 1).append("_id", 1), false, "DORM0928"),
                Arguments.of(
                        "by_length",
                        new Document("name", 1).append("metres", -1).append("_id", 1),
                        false,
                        "DORM0928"),
                Arguments.of("by_length", new Document("metres", -1), false, "DORM0928"),
                Arguments.of("one_name", new Document("name", 1), false, "DORM0928"),
                Arguments.of("one_name", null, false, "DORM0927"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatTheServerHasOtherwiseIsNamed(String name, @Nullable Document keys, boolean unique, String message)
            throws SchemaValidationException {
        unit.factory().getSchemaManager().validate();
        unit.database().getCollection("boat").dropIndex(name);
        if (keys != null) {
            unit.database()
                    .getCollection("boat")
                    .createIndex(keys, new IndexOptions().name(name).unique(unique));
        }
        SchemaValidationException found = catchThrowableOfType(
                SchemaValidationException.class,
                () -> unit.factory().getSchemaManager().validate());
        assertThat(found.getFailures()).singleElement().satisfies(each -> assertThat(each)
                .hasMessageContainingAll(message, name, "boat"));
        assertThatThrownBy(() -> unit.create(VALIDATE, Boat.class))
                .isInstanceOf(PersistenceException.class)
                .hasMessageContainingAll(message, name);
    }

    @Test
    void updateDropsNoneAndAnyNameServes() throws SchemaValidationException {
        unit.factory();
        var boats = unit.database().getCollection("boat");
        boats.dropIndex("by_length");
        boats.createIndex(
                new Document("metres", -1).append("name", 1).append("_id", 1), new IndexOptions().name("other"));
        boats.createIndex(new Document("unknown", 1));
        unit.create(Map.of("dormouse.schema", "update"), Boat.class);
        List<String> names =
                boats.listIndexes().map(index -> index.getString("name")).into(new java.util.ArrayList<>());
        assertThat(names).containsExactlyInAnyOrderElementsOf(Arrays.asList("_id_", "one_name", "other", "unknown_1"));
        unit.factory().getSchemaManager().validate();
    }
}
