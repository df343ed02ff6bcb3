package dev.dormouse.mongodb.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Asks {@code tools/mongod} for the path of a server. */
final class MongodProgram {

    private MongodProgram() {}

    static Path find() {
        Path tool = tool();
        try {
            Process process = new ProcessBuilder(tool.toString()).start();
            String path = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            String refusal = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0 || path.isEmpty()) {
                throw new IllegalStateException(refusal.isEmpty() ? tool + " found no server" : refusal);
            }
            return Path.of(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking for a server", e);
        }
    }

    /** Tests run in the folder of their module, examples in that of the project. */
    private static Path tool() {
        for (@Nullable Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path tool = folder.resolve("tools/mongod");
            if (Files.isExecutable(tool)) {
                return tool;
            }
        }
        throw new IllegalStateException(
                "There is no tools/mongod above '" + Path.of("").toAbsolutePath()
                        + "'. Run this in the project, or name a running replica set in DORMOUSE_MONGODB_URI.");
    }
}
