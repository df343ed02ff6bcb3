package dev.dormouse.examples.flights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FlightsLmdbTest extends DormouseFlights {

    private @Nullable Path data;

    @Override
    String url(Path folder) {
        data = folder.resolve("lmdb");
        return "lmdb:" + data;
    }

    @Test
    void streamingAllFlightsHoldsAConstantHeap() throws IOException, InterruptedException {
        ProcessBuilder child = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                StreamFlights.class.getName(),
                "lmdb:" + data));
        Process process = child.redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(told).isZero();
        assertThat(told).contains("streamed 336776 flights");
    }
}
