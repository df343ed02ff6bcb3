package dev.dormouse.lmdb.internal.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.lmdb.internal.binding.NativeCursor;
import dev.dormouse.lmdb.internal.binding.NativeEnvironment;
import dev.dormouse.lmdb.internal.binding.NativeMap;
import dev.dormouse.lmdb.internal.binding.NativeOptions;
import dev.dormouse.lmdb.internal.binding.NativeTransaction;
import dev.dormouse.lmdb.internal.environment.Child;
import dev.dormouse.settings.DormouseSettings;
import dev.dormouse.store.Change;
import dev.dormouse.store.CheckReport;
import dev.dormouse.store.Store;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.TransactionOptions;
import dev.dormouse.store.catalog.SchemaChange;
import dev.dormouse.store.catalog.SequenceDefinition;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Layout;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LmdbStoreTest {

    private final Path folder;

    @Test
    void records_survive_reopening_in_both_codecs() {
        try (Store store = Stores.open(folder)) {
            Stores.insert(store, 1, "flat");
        }
        try (Store store = Stores.open(folder, DormouseSettings.LMDB_CODEC, "cbor")) {
            Stores.insert(store, 2, "cbor");
            assertThat(Stores.find(store, 1)).isEqualTo(Stores.record(1, "flat"));
            assertThat(Stores.find(store, 2)).isEqualTo(Stores.record(2, "cbor"));
            assertThat(store.check().problems()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zlib", "snappy", "zstd"})
    void compressed_and_older_rows_stand_in_one_table(String compression) {
        String text = "again and ".repeat(200);
        try (Store store = Stores.open(folder)) {
            Stores.insert(store, 1, text);
        }
        try (Store store = Stores.open(folder, DormouseSettings.LMDB_COMPRESSION, compression)) {
            for (long id = 2; id <= 300; id++) {
                Stores.insert(store, id, text);
            }
            TableDefinition table = Stores.item(store);
            Stores.apply(
                    store,
                    new Change.Patch(
                            table,
                            Key.of(1L),
                            List.of(new Change.FieldChange.Set(table.path("code"), "old")),
                            Change.Guard.Exists.INSTANCE),
                    new Change.Patch(
                            table,
                            Key.of(2L),
                            List.of(new Change.FieldChange.Set(table.path("code"), "new")),
                            Change.Guard.Exists.INSTANCE),
                    new Change.Delete(table, Key.of(3L), Change.Guard.Exists.INSTANCE));
            assertThat(Stores.find(store, 1)).isEqualTo(Record.of(1L, text, "old", 1L));
            assertThat(Stores.find(store, 300)).isEqualTo(Stores.record(300, text));
            assertThat(store.check()).isEqualTo(new CheckReport(299, 598, List.of()));
        }
        try (Store store = Stores.open(folder)) {
            assertThat(Stores.find(store, 2)).isEqualTo(Record.of(2L, text, "new", 2L));
        }
        assertThat(folder.resolve("data.mdb").toFile().length()).isLessThan(300 * 1_500);
    }

    LmdbStoreTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void two_factories_share_one_store() {
        Store first = Stores.open(folder);
        try (Store second = Stores.open(folder)) {
            Stores.insert(first, 1, "shared");
            assertThat(Stores.find(second, 1)).isEqualTo(Stores.record(1, "shared"));
            assertThatThrownBy(() -> Stores.open(folder, DormouseSettings.LMDB_CODEC, "cbor"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("DORM0801");
            first.close();
            first.close();
            assertThatThrownBy(first::catalog)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("DORM0821");
            assertThat(Stores.find(second, 1)).isNotNull();
        }
    }

    @Test
    void numbers_of_committed_transactions_never_come_again() {
        SequenceDefinition up = new SequenceDefinition("UP", 1, 1, Optional.empty());
        SequenceDefinition down = new SequenceDefinition("DOWN", -5, -10, Optional.empty());
        try (Store store = Stores.open(folder)) {
            store.change(List.of(new SchemaChange.CreateSequence(up), new SchemaChange.CreateSequence(down)));
            assertThat(store.take("up", 5)).isEqualTo(1);
            assertThat(store.take("Up", 1)).isEqualTo(6);
            assertThat(store.take("DOWN", 2)).isEqualTo(-5);
            Stores.insert(store, 6, "carries 6");
        }
        try (Store store = Stores.open(folder)) {
            assertThat(store.take("UP", 1)).isEqualTo(7);
            assertThat(store.take("DOWN", 1)).isEqualTo(-25);
            Stores.insert(store, 7, "carries 7");
            store.change(List.of(new SchemaChange.DropSequence("UP"), new SchemaChange.CreateSequence(up)));
            assertThatThrownBy(() -> store.take("none", 1))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("DORM0834");
        }
    }

    @Test
    void a_sequence_that_was_dropped_and_made_again_begins_again() {
        SequenceDefinition sequence = new SequenceDefinition("S", 1, 1, Optional.empty());
        try (Store store = Stores.open(folder)) {
            store.change(List.of(new SchemaChange.CreateSequence(sequence)));
            assertThat(store.take("S", 100)).isEqualTo(1);
            Stores.insert(store, 1, "a");
            store.change(List.of(new SchemaChange.DropSequence("S")));
            store.change(List.of(new SchemaChange.CreateSequence(sequence)));
            assertThat(store.take("S", 1)).isEqualTo(1);
        }
    }

    @Test
    void a_table_generator_shows_its_last_number_in_its_row() {
        RecordType type = new RecordType(
                List.of(new Field("NAME", BasicType.STRING, false), new Field("VALUE", BasicType.LONG, true)));
        TableDefinition plain = TableDefinition.of("GEN", type, "NAME");
        TableDefinition table = new TableDefinition(
                0,
                "GEN",
                type,
                plain.primaryKey(),
                false,
                List.of(),
                List.of(),
                Layout.DOCUMENT,
                Map.of("NAME", plain.path("NAME"), "VALUE", plain.path("VALUE")),
                Map.of());
        SequenceDefinition sequence = new SequenceDefinition(
                "G", 1, 1, Optional.of(new SequenceDefinition.GeneratorRow("GEN", "NAME", "items", "VALUE")));
        try (Store store = Stores.open(folder)) {
            store.change(List.of(new SchemaChange.CreateTable(table), new SchemaChange.CreateSequence(sequence)));
            assertThat(store.take("G", 50)).isEqualTo(1);
            Stores.insert(store, 1, "a");
            TableDefinition known = store.catalog().table("GEN").orElseThrow();
            try (StoreTransaction transaction = store.begin(TransactionOptions.DEFAULT)) {
                RecordView row = transaction.get(known, Key.of("items"));
                assertThat(row).isNotNull();
                assertThat(row.copy()).isEqualTo(Record.of("items", 50L));
            }
            assertThat(store.check().problems()).isEmpty();
        }
        try (Store store = Stores.open(folder)) {
            assertThat(store.take("G", 1)).isEqualTo(51);
        }
    }

    @Test
    void row_numbers_are_not_given_twice() {
        RecordType type = new RecordType(
                List.of(new Field("row", BasicType.LONG, false), new Field("text", BasicType.STRING, true)));
        TableDefinition plain = TableDefinition.of("LOG", type, "row");
        TableDefinition log = new TableDefinition(
                0, "LOG", type, plain.primaryKey(), true, List.of(), List.of(), Layout.DOCUMENT, Map.of(), Map.of());
        try (Store store = Stores.open(folder)) {
            TableDefinition table = store.change(List.of(new SchemaChange.CreateTable(log)))
                    .table("LOG")
                    .orElseThrow();
            Stores.apply(
                    store,
                    new Change.Insert(table, Record.of(null, "a")),
                    new Change.Insert(table, Record.of(null, "b")));
            Stores.apply(store, new Change.Delete(table, Key.of(2L), Change.Guard.Exists.INSTANCE));
        }
        try (Store store = Stores.open(folder)) {
            TableDefinition table = store.catalog().table("LOG").orElseThrow();
            Stores.apply(store, new Change.Insert(table, Record.of(null, "c")));
            try (StoreTransaction transaction = store.begin(TransactionOptions.DEFAULT)) {
                assertThat(transaction.get(table, Key.of(2L))).isNull();
                RecordView third = transaction.get(table, Key.of(3L));
                assertThat(third).isNotNull();
                assertThat(third.copy()).isEqualTo(Record.of(3L, "c"));
            }
        }
    }

    @Test
    void a_corrupt_record_is_found_by_the_checker_and_by_a_verifying_read() throws IOException {
        try (Store store = Stores.open(folder)) {
            Stores.insert(store, 1, "good");
            Stores.insert(store, 2, "marked-record");
        }
        Path file = folder.resolve("data.mdb");
        String content = Files.readString(file, ISO_8859_1);
        // The record says "code 2" in its own words; index entries do so in the form of keys.
        try (RandomAccessFile data = new RandomAccessFile(file.toFile(), "rw")) {
            for (int at = content.indexOf("marked-record\0\0");
                    at >= 0;
                    at = content.indexOf("marked-record\0\0", at + 1)) {
                data.seek(at);
                data.write('M');
            }
        }
        try (Store store = Stores.open(folder)) {
            CheckReport report = store.check();
            assertThat(report.problems()).anyMatch(problem -> problem.contains("ITEM") && problem.contains("checksum"));
            assertThat(Stores.find(store, 1)).isEqualTo(Stores.record(1, "good"));
        }
        try (Store store = Stores.open(folder, DormouseSettings.LMDB_VERIFY_CHECKSUMS, "true")) {
            assertThat(Stores.find(store, 1)).isEqualTo(Stores.record(1, "good"));
            assertThatThrownBy(() -> Stores.find(store, 2))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("DORM0823");
        }
    }

    @Test
    void the_checker_finds_entries_that_are_missing_or_wrong() {
        try (Store store = Stores.open(folder)) {
            Stores.insert(store, 1, "a");
            Stores.insert(store, 2, "a");
        }
        raw(txn -> {
            NativeMap entries = txn.map("i1", false, true);
            assertThat(entries.size(txn)).isEqualTo(4);
            try (NativeCursor cursor = entries.cursor(txn)) {
                assertThat(cursor.first()).isTrue();
                cursor.delete();
            }
            entries.add(txn, buffer(new byte[] {0, 1, 9}), buffer(new byte[] {9}));
        });
        try (Store store = Stores.open(folder)) {
            assertThat(store.check().problems())
                    .anyMatch(problem -> problem.contains("has no entry"))
                    .anyMatch(problem -> problem.contains("an entry of no record"));
        }
    }

    @Test
    void a_foreign_lmdb_file_is_refused() {
        raw(txn -> txn.map("theirs", true, false));
        assertThatThrownBy(() -> Stores.open(folder))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("DORM0810");
    }

    @Test
    void a_newer_format_is_refused() {
        Stores.open(folder).close();
        raw(txn -> txn.map("dormouse", false, false)
                .put(txn, buffer("format".getBytes(UTF_8)), buffer(new byte[] {0, 0, 0, 0, 0, 0, 0, 9})));
        assertThatThrownBy(() -> Stores.open(folder))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("DORM0811")
                .hasMessageContaining("9");
    }

    /** Writes beside the store. */
    private void raw(Consumer<NativeTransaction> work) {
        try (NativeEnvironment env = NativeEnvironment.open(folder, new NativeOptions(1 << 20, 8, 8, false, true));
                NativeTransaction txn = env.write()) {
            work.accept(txn);
            txn.commit();
        }
    }

    private static DirectBuffer buffer(byte[] bytes) {
        UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(bytes.length));
        buffer.putBytes(0, bytes);
        return buffer;
    }

    @Test
    void a_key_that_is_too_long_is_refused_before_anything_is_written() {
        RecordType type = new RecordType(List.of(new Field("key", BasicType.STRING, false)));
        try (Store store = Stores.open(folder)) {
            TableDefinition table = store.change(
                            List.of(new SchemaChange.CreateTable(TableDefinition.of("LONG", type, "key"))))
                    .table("LONG")
                    .orElseThrow();
            assertThatThrownBy(() -> Stores.apply(
                            store,
                            new Change.Insert(table, Record.of("short")),
                            new Change.Insert(table, Record.of("x".repeat(511)))))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("511");
            Stores.apply(store, new Change.Insert(table, Record.of("x".repeat(510))));
            assertThat(store.statistics(table).records()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"interval", "none"})
    void a_closed_store_is_whole_at_every_durability(String durability) {
        try (Store store = Stores.open(folder, DormouseSettings.LMDB_DURABILITY, durability)) {
            for (int i = 0; i < 200; i++) {
                Stores.insert(store, i, "name " + i % 7);
            }
        }
        try (Store store = Stores.open(folder)) {
            assertThat(store.statistics(Stores.item(store)).records()).isEqualTo(200);
            assertThat(store.statistics(Stores.item(store)).distinctKeys()).containsEntry("by_name", 7L);
            assertThat(store.check()).isEqualTo(new CheckReport(200, 400, List.of()));
        }
    }

    /** Reads what it is told to. */
    static final class ReadingProcess {
        public static void main(String[] arguments) throws IOException {
            try (Store store = Stores.open(Path.of(arguments[0]), DormouseSettings.LMDB_READ_ONLY, "true")) {
                System.out.println("open");
                while (true) {
                    int command = System.in.read();
                    if (command == '\n') {
                        Record record = Stores.find(store, 1_000);
                        System.out.println("found " + (record == null ? "nothing" : record.value(1)));
                    } else if (command == 'w') {
                        try {
                            Stores.insert(store, -1, "written");
                        } catch (StoreException e) {
                            System.out.println("refused " + e.getMessage());
                        }
                    } else {
                        System.out.println("end");
                        return;
                    }
                }
            }
        }
    }

    @Test
    void a_reading_process_sees_commits_new_tables_and_a_map_that_grew() throws Exception {
        String[] small = {
            DormouseSettings.LMDB_MAP_SIZE, "1MiB", DormouseSettings.LMDB_MAX_MAP_SIZE, "64MiB",
        };
        try (Store store = Stores.open(folder, small)) {
            Stores.insert(store, 1, "first");
            try (Child child = Child.start(ReadingProcess.class, folder)) {
                child.await("open");
                child.tell("");
                assertThat(child.await("found")).isEqualTo("found nothing");
                String text = "x".repeat(300);
                for (int i = 2; i <= 3_000; i += 100) {
                    Change[] changes = new Change[100];
                    for (int k = 0; k < 100; k++) {
                        changes[k] = new Change.Insert(Stores.item(store), Stores.record(i + k, text));
                    }
                    Stores.apply(store, changes);
                }
                child.tell("");
                assertThat(child.await("found")).isEqualTo("found " + text);
                child.tell("w");
                assertThat(child.await("refused")).contains("DORM");
                child.tell("e");
                child.await("end");
                assertThat(child.exit()).isZero();
            }
            assertThat(store.check().problems()).isEmpty();
        }
    }

    /** Fills a store until a commit fails, then shows what is there. */
    static final class FillingProcess {
        public static void main(String[] arguments) {
            try (Store store = Stores.open(Path.of(arguments[0]))) {
                long next = 0;
                try {
                    while (true) {
                        Change[] changes = new Change[10];
                        for (int k = 0; k < 10; k++) {
                            changes[k] = new Change.Insert(
                                    Stores.item(store), Stores.record(next + k, next + "x".repeat(20_000)));
                        }
                        Stores.apply(store, changes);
                        next += 10;
                    }
                } catch (StoreException e) {
                    System.out.println("failed " + e.getMessage());
                }
                CheckReport report = store.check();
                System.out.println("acknowledged " + next + " found " + report.records() + " " + report.problems());
            }
        }
    }

    @Test
    void a_full_disk_fails_the_commit_and_loses_nothing() throws Exception {
        // The operating system's limit of file sizes stands in for the end of the disk.
        try (Child child = Child.limited(4_096, FillingProcess.class, folder)) {
            assertThat(child.await("failed")).contains("DORM0816");
            String found = child.await("acknowledged");
            String count = found.split(" ", -1)[1];
            assertThat(Integer.parseInt(count)).isPositive();
            assertThat(found).isEqualTo("acknowledged " + count + " found " + count + " []");
        }
    }
}
