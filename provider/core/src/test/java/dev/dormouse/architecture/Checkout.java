package dev.dormouse.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of the project, of all modules, as they lie on the disk. */
final class Checkout {

    private static final Path ROOT = root(Path.of("").toAbsolutePath());
    private static final Set<String> NOT_WRITTEN_BY_HAND = Set.of("target", ".git", ".idea", ".settings");

    private Checkout() {}

    private static Path root(Path folder) {
        Path above = folder.getParent();
        if (Files.exists(folder.resolve("docs/ARCHITECTURE.md"))) {
            return folder;
        }
        if (above == null) {
            throw new AssertionError("the tests run outside of the project");
        }
        return root(above);
    }

    static Path file(String name) {
        return ROOT.resolve(name);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the files below a folder whose name ends so, in order. */
    static List<Path> files(String folder, String ending) {
        return below(ROOT.resolve(folder))
                .filter(file -> file.toString().endsWith(ending))
                .sorted()
                .toList();
    }

    private static Stream<Path> below(Path path) {
        if (!Files.isDirectory(path)) {
            return Stream.of(path);
        }
        if (NOT_WRITTEN_BY_HAND.contains(String.valueOf(path.getFileName()))) {
            return Stream.empty();
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.toList().stream().flatMap(Checkout::below);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
