package dev.dormouse.lmdb.internal.store;

import dev.dormouse.lmdb.internal.environment.Environment;
import dev.dormouse.lmdb.internal.environment.WriteFaults;
import dev.dormouse.store.Store;
import dev.dormouse.store.contract.StoreFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** LMDB stores in a folder of their own, which must be closed whole: no snapshot may be left on loan. */
final class LmdbFixture implements StoreFixture {

    private final Path folder;
    private final String[] settings;

    LmdbFixture(String... settings) {
        this.settings = settings;
        try {
            folder = Files.createTempDirectory("dormouse");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Store open() {
        return Stores.open(folder, settings);
    }

    @Override
    public boolean isDurable() {
        return true;
    }

    @Override
    public Optional<Faults> faults(Store store) {
        WriteFaults faults = store.unwrap(Environment.class).orElseThrow().faults();
        return Optional.of(new Faults() {
            @Override
            public void failAfter(long writes) {
                faults.failAfter(writes);
            }

            @Override
            public boolean cancel() {
                return faults.cancel();
            }
        });
    }

    @Override
    public void close() {
        Store last = open();
        Environment environment = last.unwrap(Environment.class).orElseThrow();
        last.close();
        if (!environment.isClosed()) {
            throw new AssertionError(environment.readers().busy() + " snapshots are still on loan");
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
