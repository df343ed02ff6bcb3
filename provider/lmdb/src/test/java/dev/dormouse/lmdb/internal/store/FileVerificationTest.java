package dev.dormouse.lmdb.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.lmdb.internal.checker.FileReport;
import dev.dormouse.lmdb.internal.checker.FileVerification;
import dev.dormouse.settings.DormouseSettings;
import dev.dormouse.store.Change;
import dev.dormouse.store.Store;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.TransactionOptions;
import dev.dormouse.store.catalog.SchemaChange;
import dev.dormouse.store.catalog.SequenceDefinition;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The walk of a closed file: it finds what is damaged, names it, and never does worse. */
class FileVerificationTest {

    private static final int ROWS = 1_500;

    private final Path folder;
    private final Path file;

    FileVerificationTest(@TempDir Path folder) {
        this.folder = folder;
        this.file = folder.resolve("data.mdb");
    }

    private static String name(long id) {
        if (id % 100 == 0) {
            return "long " + id + "y".repeat(9_000);
        }
        return id % 3 == 0 ? "shared by many" : id % 2 == 0 ? "shared by some " + id % 40 : "own " + id;
    }

    /** Long values, keys with few values and with many, free pages, a sequence. */
    @BeforeEach
    void fill() {
        try (Store store = Stores.open(folder, DormouseSettings.LMDB_DURABILITY, "none")) {
            store.change(
                    List.of(new SchemaChange.CreateSequence(new SequenceDefinition("ids", 1, 1, Optional.empty()))));
            TableDefinition table = Stores.item(store);
            for (long from = 0; from < ROWS; from += 100) {
                List<Change> changes = new ArrayList<>();
                for (long id = from; id < from + 100; id++) {
                    changes.add(new Change.Insert(table, Stores.record(id, name(id))));
                }
                store.take("ids", 10);
                Stores.apply(store, changes.toArray(Change[]::new));
            }
            for (long id = 700; id < 800; id++) {
                Stores.apply(store, new Change.Delete(table, Key.of(id), Change.Guard.Exists.INSTANCE));
            }
        }
    }

    private FileReport verify() {
        return FileVerification.verify(folder, List.of());
    }

    @Test
    void a_whole_file_has_no_problems() {
        FileReport report = verify();
        assertThat(report.problems()).isEmpty();
        // Records, two entries each, and the catalog's: format, version, table, sequence, mark.
        assertThat(report.entries()).isEqualTo((ROWS - 100) * 3 + 5);
        assertThat(report.freePages()).isPositive();
        assertThat(report.pages()).isGreaterThan(report.freePages());
    }

    @Test
    void an_open_store_is_not_verified_and_none_opens_meanwhile() {
        try (Store store = Stores.open(folder)) {
            assertThatThrownBy(this::verify).isInstanceOf(StoreException.class).hasMessageContaining("DORM0838");
            assertThat(store.check().problems()).isEmpty();
        }
        assertThat(verify().problems()).isEmpty();
        Stores.open(folder).close();
    }

    @Test
    void a_folder_without_a_store_is_refused() {
        assertThatThrownBy(() -> FileVerification.verify(folder.resolve("none"), List.of()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("DORM0804");
    }

    @Test
    void a_flipped_bit_of_a_record_is_named_with_map_and_key() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        // The record says "code 5" in its own words; its index entry does so as a key.
        byte[] text = "own 1235".getBytes(StandardCharsets.UTF_8);
        for (int at = find(bytes, text, 0); at >= 0; at = find(bytes, text, at + 1)) {
            if (bytes[at + text.length] == 0 && bytes[at - 4] == text.length) {
                bytes[at] ^= 0x10;
            }
        }
        Files.write(file, bytes);
        assertThat(verify().problems()).singleElement().satisfies(problem -> assertThat(problem)
                .contains("map 't1'")
                .contains("1235")
                .contains("ITEM")
                .contains("checksum"));
    }

    @Test
    void a_truncated_file_is_found_unless_only_free_pages_are_cut() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        List<Record> rows = rows();
        int found = 0;
        for (int pages = 3; pages < bytes.length >> 12; pages += 9) {
            found += check(Arrays.copyOf(bytes, pages << 12), rows, pages + " pages") ? 1 : 0;
        }
        assertThat(found).isGreaterThan(10);
    }

    @Test
    void a_flipped_bit_anywhere_is_found_or_means_nothing() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        List<Record> rows = rows();
        long seed = Long.getLong("dormouse.test.seed", System.nanoTime());
        Random random = new Random(seed);
        int found = 0;
        int flips = Integer.getInteger("dormouse.test.flips", 150);
        for (int i = 0; i < flips; i++) {
            // Every second one hits the two roots, the heads of pages and the places of their nodes.
            int at = random.nextInt(bytes.length);
            if (i % 2 == 0) {
                at = (at & ~4095) + random.nextInt(160);
            }
            byte[] damaged = bytes.clone();
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            found += check(damaged, rows, "seed " + seed + ", flip " + i + " at " + at) ? 1 : 0;
        }
        assertThat(found).isGreaterThan(flips / 4);
    }

    @Test
    void random_bytes_anywhere_are_found_or_mean_nothing() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        List<Record> rows = rows();
        long seed = Long.getLong("dormouse.test.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            byte[] damaged = bytes.clone();
            byte[] noise = new byte[1 + random.nextInt(5_000)];
            random.nextBytes(noise);
            System.arraycopy(noise, 0, damaged, random.nextInt(bytes.length - noise.length), noise.length);
            check(damaged, rows, "seed " + seed + ", noise " + i);
        }
    }

    /** Tells whether damage is found; what is not found must mean nothing: the store opens, is consistent, and has the same rows. */
    private boolean check(byte[] damaged, List<Record> rows, String damage) throws IOException {
        Files.write(file, damaged);
        boolean found = isFound();
        if (!found) {
            assertThat(rows()).as(damage).isEqualTo(rows);
        }
        return found;
    }

    private boolean isFound() {
        try {
            return !verify().problems().isEmpty();
        } catch (StoreException e) {
            assertThat(e.getMessage()).matches("DORM08\\d\\d .*");
            return true;
        }
    }

    private List<Record> rows() {
        List<Record> rows = new ArrayList<>();
        try (Store store = Stores.open(folder, DormouseSettings.LMDB_VERIFY_CHECKSUMS, "true")) {
            assertThat(store.check().problems()).isEmpty();
            TableDefinition table = Stores.item(store);
            try (StoreTransaction transaction = store.begin(TransactionOptions.DEFAULT)) {
                for (long id = 0; id < ROWS; id++) {
                    RecordView view = transaction.get(table, Key.of(id));
                    rows.add(view == null ? Record.of(id) : view.copy());
                }
            }
            assertThat(store.take("ids", 1)).isEqualTo(ROWS / 10 + 1);
            Stores.insert(store, -1, "still writable");
            rows.add(Objects.requireNonNull(Stores.find(store, -1)));
        }
        return rows;
    }

    private static int find(byte[] bytes, byte[] text, int from) {
        for (int at = from; at + text.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + text.length, text, 0, text.length)) {
                return at;
            }
        }
        return -1;
    }
}
