package dev.dormouse.examples.flights;

import dev.dormouse.mongodb.server.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;

class FlightsMongoTest extends DormouseFlights {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    String url(Path folder) {
        return DATABASE.url();
    }
}
