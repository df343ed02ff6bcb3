package dev.dormouse.mongodb.rows;

import dev.dormouse.internal.query.oracle.ShopQuestions;
import dev.dormouse.mongodb.unit.MongoUnit;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server joins, groups and filters means what the query means. */
final class RandomQueriesTest {

    @RegisterExtension
    final MongoUnit unit = MongoUnit.of();

    @ParameterizedTest
    @ValueSource(longs = {7, 23})
    void aQueryGivesWhatItMeans(long seed) {
        ShopQuestions.ask(unit.url(), seed, 60);
    }
}
