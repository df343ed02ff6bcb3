package dev.dormouse.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** How many commits a file of LMDB has seen, which its two first pages tell, so that the transactions of a commit can be counted. */
final class Commits {

    private static final int PAGE = 4096;
    private static final int NUMBER_IN_PAGE = 144;
    private static final String NOTE = "transactions-a-commit";

    private Commits() {}

    /** Returns the number of the last commit of the database in a folder; 0 if it is none of LMDB. */
    static long of(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(file -> file.endsWith("data.mdb")).toList()) {
                return last(file);
            }
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long last(Path file) throws IOException {
        ByteBuffer pages = ByteBuffer.allocate(2 * PAGE).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(file)) {
            while (pages.hasRemaining() && channel.read(pages) >= 0) {}
        }
        return Math.max(pages.getLong(NUMBER_IN_PAGE), pages.getLong(PAGE + NUMBER_IN_PAGE));
    }

    /** Keeps a ratio for the JVM that started this one. */
    static void note(Path parent, long transactions, long commits) {
        if (transactions > 0 && commits > 0) {
            try {
                Files.writeString(parent.resolve(NOTE), Double.toString((double) transactions / commits));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Returns what was noted and forgets it. */
    static OptionalDouble noted(Path parent) {
        Path note = parent.resolve(NOTE);
        try {
            if (!Files.exists(note)) {
                return OptionalDouble.empty();
            }
            double ratio = Double.parseDouble(Files.readString(note));
            Files.delete(note);
            return OptionalDouble.of(ratio);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
