package dev.dormouse.lmdb.internal.spill;

import dev.dormouse.lmdb.internal.binding.NativeEnvironment;
import dev.dormouse.lmdb.internal.binding.NativeException;
import dev.dormouse.lmdb.internal.binding.NativeMap;
import dev.dormouse.lmdb.internal.binding.NativeOptions;
import dev.dormouse.lmdb.internal.binding.NativeTransaction;
import dev.dormouse.lmdb.internal.failure.LmdbMessages;
import dev.dormouse.lmdb.internal.failure.NativeFailures;
import dev.dormouse.lmdb.internal.record.RecordBuffer;
import dev.dormouse.lmdb.internal.record.TableRecords;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.writeset.spill.SpillArea;
import dev.dormouse.store.writeset.spill.SpillMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A private environment. */
public final class LmdbSpillArea implements SpillArea {

    private static final String FOLDER = "spill";
    private static final long LARGEST_MAP = 1L << 40;
    private static final long SMALLEST_MAP = 1L << 26;
    private static final int MAPS = 1024;
    private static final int READERS = 4096;

    private final Path folder;
    private final NativeEnvironment env;
    private final IdentityHashMap<RecordType, TableRecords> records = new IdentityHashMap<>();
    private final RecordBuffer buffer = new RecordBuffer();
    private final Set<LmdbSpillView> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private int maps;

    private LmdbSpillArea(Path folder, NativeEnvironment env) {
        this.folder = folder;
        this.env = env;
    }

    /** Makes an area below a store's folder. */
    public static LmdbSpillArea open(Path store) {
        try {
            Path parent = Files.createDirectories(store.resolve(FOLDER));
            Path folder = Files.createTempDirectory(parent, "transaction");
            return new LmdbSpillArea(folder, environment(folder));
        } catch (IOException e) {
            throw new StoreException(LmdbMessages.NOT_WRITABLE.text(store.resolve(FOLDER)), e);
        }
    }

    private static NativeEnvironment environment(Path folder) {
        long size = LARGEST_MAP;
        while (true) {
            try {
                return NativeEnvironment.open(folder, new NativeOptions(size, MAPS, READERS, false, false));
            } catch (NativeException e) {
                if (size <= SMALLEST_MAP || e.kind() != NativeException.Kind.NO_MEMORY) {
                    throw NativeFailures.mapped(e, folder);
                }
                size >>= 1;
            }
        }
    }

    /** Removes what transactions of a killed process left; nobody else may have the store open for writing. */
    public static void removeLeft(Path store) {
        remove(store.resolve(FOLDER));
    }

    private static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> below = Files.walk(folder)) {
            List<Path> all = new ArrayList<>(below.toList());
            Collections.reverse(all);
            for (Path each : all) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new StoreException(LmdbMessages.NOT_WRITABLE.text(folder), e);
        }
    }

    @Override
    public SpillMap values() {
        return map(false);
    }

    @Override
    public SpillMap entries() {
        return map(true);
    }

    private SpillMap map(boolean sorted) {
        return mapped(() -> {
            try (NativeTransaction txn = env.write()) {
                NativeMap map = txn.map("map" + maps++, true, sorted);
                txn.commit();
                return new LmdbSpillMap(this, map, sorted);
            }
        });
    }

    @Override
    public byte[] encode(RecordType type, Record record) {
        DirectBuffer content = records(type).encode(record, buffer);
        byte[] bytes = new byte[content.capacity()];
        content.getBytes(0, bytes);
        return bytes;
    }

    @Override
    public Record decode(RecordType type, byte[] bytes) {
        return records(type).view(new UnsafeBuffer(bytes)).copy();
    }

    private TableRecords records(RecordType type) {
        return records.computeIfAbsent(
                type, t -> new TableRecords("changes of a transaction", t, "flatbuffers", "none", 0, false));
    }

    /** Writes in a transaction of its own. */
    void write(Consumer<NativeTransaction> work) {
        mapped(() -> {
            try (NativeTransaction txn = env.write()) {
                work.accept(txn);
                txn.commit();
                return true;
            }
        });
    }

    LmdbSpillView view(NativeMap map, boolean sorted) {
        LmdbSpillView view = new LmdbSpillView(this, mapped(env::read), map, sorted);
        open.add(view);
        return view;
    }

    void closed(LmdbSpillView view) {
        open.remove(view);
    }

    <T> T mapped(Supplier<T> work) {
        try {
            return work.get();
        } catch (NativeException e) {
            throw NativeFailures.mapped(e, folder);
        }
    }

    @Override
    public void close() {
        List.copyOf(open).forEach(LmdbSpillView::close);
        env.close();
        remove(folder);
    }
}
