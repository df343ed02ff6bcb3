package dev.dormouse.lmdb.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.lmdb.internal.commit.CommitQueue;
import dev.dormouse.lmdb.internal.environment.Environment;
import dev.dormouse.lmdb.internal.environment.EnvironmentOptions;
import dev.dormouse.lmdb.internal.environment.Lease;
import dev.dormouse.settings.DormouseSettings;
import dev.dormouse.settings.SettingValues;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.IndexPart;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyEncoder;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.writeset.CommitUnit;
import dev.dormouse.store.writeset.EntryCursor;
import dev.dormouse.store.writeset.IndexedMaps;
import dev.dormouse.store.writeset.RecordCursor;
import dev.dormouse.store.writeset.Snapshot;
import dev.dormouse.store.writeset.WritableMaps;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LmdbMapStoreTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final RecordType TYPE =
            new RecordType(List.of(new Field("id", BasicType.LONG, false), new Field("name", BasicType.STRING, true)));
    private static final TableDefinition PLAIN =
            TableDefinition.of("T", TYPE, "id").withId(1);
    private static final IndexDefinition INDEX =
            new IndexDefinition(1, "by_name", List.of(new IndexPart(PLAIN.path("name"), false)), false);
    private static final TableDefinition TABLE = PLAIN.withIndexes(List.of(INDEX));

    private final Path folder;

    private final List<Environment> open = new ArrayList<>();

    LmdbMapStoreTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private LmdbMapStore open(String... settings) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            map.put(settings[i], settings[i + 1]);
        }
        SettingValues values = new SettingValues(map);
        Environment environment = Environment.open(EnvironmentOptions.of(folder, values));
        open.add(environment);
        return environment.attached(LmdbMapStore.class, () -> new LmdbMapStore(environment, RecordOptions.of(values)));
    }

    private void closeAll() {
        open.forEach(Environment::close);
        assertThat(open).allMatch(Environment::isClosed);
        open.clear();
    }

    @AfterEach
    void close() {
        closeAll();
    }

    private static void create(LmdbMapStore store) {
        store.commit(
                newest -> {
                    newest.createTable(TABLE);
                    newest.catalog(Catalog.of(newest.catalog().version() + 1, List.of(TABLE), List.of()));
                },
                TIMEOUT);
    }

    private static KeyBuffer key(long id) {
        KeyBuffer key = new KeyBuffer();
        KeyEncoder.primaryKey(key, TABLE, Key.of(id));
        return key;
    }

    private static KeyBuffer indexKey(Record record) {
        KeyBuffer key = new KeyBuffer();
        KeyEncoder.indexKey(key, INDEX, record, null);
        return key;
    }

    private static CommitUnit insert(long id, String name) {
        return newest -> put(newest, id, name);
    }

    private static void put(WritableMaps newest, long id, String name) {
        if (newest.get(TABLE, key(id)) != null) {
            throw new StoreException("duplicate " + id);
        }
        Record record = Record.of(id, name);
        newest.put(TABLE, key(id), record);
        newest.putEntry(TABLE, INDEX, indexKey(record), key(id));
    }

    private static @Nullable String name(IndexedMaps maps, long id) {
        RecordView view = maps.get(TABLE, key(id));
        return view == null ? null : view.getString(TABLE.path("name"));
    }

    private static List<Long> ids(IndexedMaps maps, boolean reverse) {
        List<Long> ids = new ArrayList<>();
        try (RecordCursor cursor = maps.records(TABLE, KeyRange.ALL, reverse)) {
            while (cursor.next()) {
                ids.add(cursor.record().getLong(TABLE.path("id")));
            }
        }
        return ids;
    }

    private static List<Long> byName(IndexedMaps maps, KeyRange range, boolean reverse) {
        List<Long> ids = new ArrayList<>();
        try (EntryCursor cursor = maps.entries(TABLE, INDEX, range, reverse)) {
            while (cursor.next()) {
                assertThat(cursor.key().toBytes()).hasSize(cursor.keyLength());
                ids.add(cursor.record().getLong(TABLE.path("id")));
            }
        }
        return ids;
    }

    @Test
    void what_was_committed_is_there_after_reopening() {
        LmdbMapStore store = open();
        create(store);
        store.commit(insert(2, "b"), TIMEOUT);
        store.commit(insert(1, "a"), TIMEOUT);
        store.commit(insert(3, "a"), TIMEOUT);
        closeAll();
        store = open();
        try (Snapshot snapshot = store.snapshot()) {
            assertThat(snapshot.catalog().table("t")).contains(TABLE);
            assertThat(name(snapshot, 2)).isEqualTo("b");
            assertThat(name(snapshot, 4)).isNull();
            assertThat(ids(snapshot, false)).containsExactly(1L, 2L, 3L);
            assertThat(ids(snapshot, true)).containsExactly(3L, 2L, 1L);
            assertThat(byName(snapshot, KeyRange.ALL, false)).containsExactly(1L, 3L, 2L);
            assertThat(byName(snapshot, KeyRange.ALL, true)).containsExactly(2L, 3L, 1L);
            KeyRange a = KeyRange.startingWith(indexKey(Record.of(0L, "a")).toBytes());
            assertThat(byName(snapshot, a, false)).containsExactly(1L, 3L);
            assertThat(byName(snapshot, a, true)).containsExactly(3L, 1L);
            assertThat(byName(snapshot, KeyRange.EMPTY, true)).isEmpty();
        }
    }

    @Test
    void a_snapshot_stays_as_it_is() {
        LmdbMapStore store = open();
        create(store);
        store.commit(insert(1, "a"), TIMEOUT);
        try (Snapshot before = store.snapshot()) {
            store.commit(insert(2, "b"), TIMEOUT);
            assertThat(ids(before, false)).containsExactly(1L);
            assertThat(store.version()).isEqualTo(before.version() + 1);
            try (Snapshot after = store.snapshot()) {
                assertThat(after.version()).isEqualTo(store.version());
                assertThat(ids(after, false)).containsExactly(1L, 2L);
            }
        }
    }

    @Test
    void a_table_is_younger_than_a_snapshot() {
        LmdbMapStore store = open();
        try (Snapshot before = store.snapshot()) {
            create(store);
            assertThatThrownBy(() -> name(before, 1))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("DORM0826");
        }
    }

    @Test
    void a_member_that_fails_is_left_out() {
        LmdbMapStore store = open();
        create(store);
        store.commit(insert(1, "a"), TIMEOUT);
        assertThatThrownBy(() -> store.commit(insert(1, "again"), TIMEOUT)).hasMessage("duplicate 1");
        assertThatThrownBy(() -> store.commit(
                        newest -> {
                            put(newest, 7, "half");
                            throw new StoreException("after a write");
                        },
                        TIMEOUT))
                .hasMessage("after a write");
        assertThatThrownBy(() -> store.commit(
                        newest -> {
                            put(newest, 8, "half");
                            throw new IllegalStateException("broken");
                        },
                        TIMEOUT))
                .hasMessage("broken");
        try (Snapshot snapshot = store.snapshot()) {
            assertThat(ids(snapshot, false)).containsExactly(1L);
            assertThat(name(snapshot, 1)).isEqualTo("a");
        }
    }

    @Test
    void a_commit_inside_a_commit_is_refused() {
        LmdbMapStore store = open();
        create(store);
        assertThatThrownBy(() -> store.commit(newest -> store.commit(insert(1, "a"), TIMEOUT), TIMEOUT))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("DORM0824");
    }

    @Test
    void a_commit_waits_for_the_writer_no_longer_than_it_may() throws Exception {
        LmdbMapStore store = open();
        create(store);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Thread leader = new Thread(() -> store.commit(
                newest -> {
                    inside.countDown();
                    await(go);
                    put(newest, 1, "slow");
                },
                TIMEOUT));
        leader.start();
        inside.await();
        assertThatThrownBy(() -> store.commit(insert(2, "late"), Duration.ofMillis(20)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("DORM0825");
        go.countDown();
        leader.join();
        try (Snapshot snapshot = store.snapshot()) {
            assertThat(ids(snapshot, false)).containsExactly(1L);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"commit", "none"})
    void many_threads_commit_in_groups_each_member_for_itself(String durability) throws Exception {
        LmdbMapStore store = open(DormouseSettings.LMDB_DURABILITY, durability);
        create(store);
        int threads = 8;
        int each = 100;
        AtomicInteger refused = new AtomicInteger();
        List<Thread> all = new ArrayList<>();
        List<Throwable> errors = java.util.Collections.synchronizedList(new ArrayList<>());
        for (int t = 0; t < threads; t++) {
            int first = t;
            Thread thread = new Thread(() -> {
                for (int i = 0; i < each; i++) {
                    // Half of the ids are wanted by two threads.
                    long id = (long) (first / 2) * each + i;
                    long wanted = i % 2 == 0 ? id : (long) first * 1_000 + i + 100_000;
                    try {
                        store.commit(insert(wanted, "thread " + first), TIMEOUT);
                        try (Snapshot snapshot = store.snapshot()) {
                            assertThat(name(snapshot, wanted)).isEqualTo("thread " + first);
                        }
                    } catch (StoreException e) {
                        assertThat(e).hasMessageStartingWith("duplicate");
                        refused.incrementAndGet();
                    } catch (Throwable e) {
                        errors.add(e);
                    }
                }
            });
            thread.start();
            all.add(thread);
        }
        for (Thread thread : all) {
            thread.join();
        }
        assertThat(errors).isEmpty();
        assertThat(refused).hasValue(threads / 2 * each / 2);
        try (Snapshot snapshot = store.snapshot()) {
            assertThat(ids(snapshot, false)).hasSize(threads * each - refused.get());
            assertThat(byName(snapshot, KeyRange.ALL, false)).hasSize(threads * each - refused.get());
        }
    }

    @Test
    void what_waits_while_a_batch_runs_is_committed_together() throws Exception {
        LmdbMapStore store = open();
        create(store);
        long before = nativeCommits(store);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        threads.add(new Thread(() -> store.commit(
                newest -> {
                    inside.countDown();
                    await(go);
                    put(newest, 0, "first");
                },
                TIMEOUT)));
        threads.get(0).start();
        inside.await();
        for (long id = 1; id <= 8; id++) {
            CommitUnit unit = insert(id, "waits");
            threads.add(new Thread(() -> store.commit(unit, TIMEOUT)));
        }
        for (Thread waiting : threads.subList(1, 9)) {
            waiting.start();
            while (!(LockSupport.getBlocker(waiting) instanceof CommitQueue)) {
                Thread.onSpinWait();
            }
        }
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(nativeCommits(store) - before)
                .as("who comes before a batch is written belongs to it")
                .isEqualTo(1);
        try (Snapshot snapshot = store.snapshot()) {
            assertThat(ids(snapshot, false)).hasSize(9);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"commit", "none"})
    void who_wants_the_writer_alone_has_its_turn_among_commits_that_never_end(String durability) throws Exception {
        LmdbMapStore store = open(DormouseSettings.LMDB_DURABILITY, durability);
        create(store);
        AtomicBoolean ended = new AtomicBoolean();
        AtomicInteger ids = new AtomicInteger();
        List<Thread> all = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            Thread thread = new Thread(() -> {
                while (!ended.get()) {
                    store.commit(insert(ids.incrementAndGet(), "one of many"), TIMEOUT);
                }
            });
            thread.start();
            all.add(thread);
        }
        for (int turn = 0; turn < 10; turn++) {
            assertThatCode(() -> store.write(TIMEOUT).close()).doesNotThrowAnyException();
        }
        ended.set(true);
        for (Thread thread : all) {
            thread.join();
        }
        try (Snapshot snapshot = store.snapshot()) {
            assertThat(ids(snapshot, false)).hasSize(ids.get());
        }
    }

    private static long nativeCommits(LmdbMapStore store) {
        try (Lease lease = store.environment().readers().lease("count")) {
            return lease.snapshot();
        }
    }

    private LmdbMapStore small() {
        LmdbMapStore store = open(
                DormouseSettings.LMDB_MAP_SIZE, "1MiB",
                DormouseSettings.LMDB_MAX_MAP_SIZE, "8MiB",
                DormouseSettings.LMDB_GROWTH_TIMEOUT, "100ms");
        create(store);
        return store;
    }

    private static CommitUnit large(long first, int count) {
        String text = "x".repeat(400);
        return newest -> {
            for (long id = first; id < first + count; id++) {
                put(newest, id, text);
            }
        };
    }

    @Test
    void a_map_that_is_full_grows_and_the_batch_is_replayed() {
        LmdbMapStore store = small();
        for (int i = 0; i < 3; i++) {
            store.commit(large(i * 1_000L, 1_000), TIMEOUT);
        }
        try (Snapshot snapshot = store.snapshot()) {
            assertThat(ids(snapshot, false)).hasSize(3_000);
        }
    }

    @Test
    void growth_waits_for_streams_and_then_fails_whole() throws Exception {
        LmdbMapStore store = small();
        store.commit(insert(-1, "a"), TIMEOUT);
        try (Snapshot stream = store.snapshot("scan of T")) {
            assertThatThrownBy(() -> store.commit(large(0, 2_000), TIMEOUT))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("DORM0814")
                    .hasMessageContaining("scan of T");
            List<Throwable> failures = new ArrayList<>();
            Thread other = new Thread(() -> {
                try {
                    store.commit(large(0, 2_000), TIMEOUT);
                } catch (StoreException e) {
                    failures.add(e);
                }
            });
            other.start();
            other.join();
            assertThat(failures).singleElement().asString().contains("DORM0814").contains("scan of T");
            assertThat(ids(stream, false)).containsExactly(-1L);
        }
        try (Snapshot resting = store.snapshot()) {
            resting.rest();
            store.commit(large(0, 2_000), TIMEOUT);
            assertThat(resting.resume()).isFalse();
        }
        try (Snapshot snapshot = store.snapshot()) {
            assertThat(ids(snapshot, false)).hasSize(2_001);
        }
    }

    @Test
    void a_map_at_its_maximum_fails_the_commit_whole() {
        LmdbMapStore store = small();
        store.commit(insert(-1, "a"), TIMEOUT);
        assertThatThrownBy(() -> store.commit(large(0, 50_000), TIMEOUT))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("DORM0813");
        try (Snapshot snapshot = store.snapshot()) {
            assertThat(ids(snapshot, false)).containsExactly(-1L);
        }
        store.commit(insert(2, "b"), TIMEOUT);
    }

    @Test
    void tables_and_indexes_go_while_older_snapshots_still_see_them() {
        LmdbMapStore store = open();
        create(store);
        store.commit(insert(1, "a"), TIMEOUT);
        try (Snapshot before = store.snapshot()) {
            store.commit(newest -> newest.dropIndex(TABLE, INDEX), TIMEOUT);
            assertThat(byName(before, KeyRange.ALL, false)).containsExactly(1L);
            try (Snapshot after = store.snapshot()) {
                assertThat(byName(after, KeyRange.ALL, false)).isEmpty();
            }
            store.commit(
                    newest -> {
                        newest.dropTable(TABLE);
                        newest.catalog(Catalog.of(newest.catalog().version() + 1, List.of(), List.of()));
                    },
                    TIMEOUT);
            assertThat(ids(before, false)).containsExactly(1L);
        }
        try (Snapshot after = store.snapshot()) {
            assertThatThrownBy(() -> ids(after, false)).hasMessageContaining("DORM0826");
        }
        closeAll();
        LmdbMapStore again = open();
        create(again);
        try (Snapshot snapshot = again.snapshot()) {
            assertThat(ids(snapshot, false)).isEmpty();
        }
    }
}
