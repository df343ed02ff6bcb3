package dev.dormouse.lmdb;

import dev.dormouse.lmdb.internal.binding.NativeException;
import dev.dormouse.lmdb.internal.environment.Environment;
import dev.dormouse.lmdb.internal.failure.LmdbMessages;
import dev.dormouse.lmdb.internal.failure.MapMessages;
import dev.dormouse.lmdb.internal.failure.NativeFailures;
import dev.dormouse.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Copies of the newest committed state. */
final class Backup {

    private Backup() {}

    /** Copies to a new or empty folder, with or without the pages that are free. */
    static void copy(Environment environment, Path folder, boolean compacted) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw new StoreException(MapMessages.FOLDER_IN_USE.text(folder));
                }
            }
        } catch (IOException e) {
            throw new StoreException(LmdbMessages.NOT_WRITABLE.text(folder), e);
        }
        environment.beginWriting();
        try {
            environment.env().copy(folder, compacted);
        } catch (NativeException e) {
            throw NativeFailures.mapped(e, folder);
        } finally {
            environment.endWriting();
        }
    }
}
