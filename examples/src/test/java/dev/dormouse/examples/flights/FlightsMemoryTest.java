package dev.dormouse.examples.flights;

import java.nio.file.Path;

class FlightsMemoryTest extends DormouseFlights {

    @Override
    String url(Path folder) {
        return "memory:flights";
    }
}
