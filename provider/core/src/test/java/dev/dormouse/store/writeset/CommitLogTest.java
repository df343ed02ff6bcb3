package dev.dormouse.store.writeset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.writeset.CommitLog.EntryId;
import dev.dormouse.store.writeset.CommitLog.RecordId;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommitLogTest {

    private final CommitLog log = new CommitLog();

    private static RecordId id(int key) {
        return new RecordId(1, new byte[] {(byte) key});
    }

    private void commit(long version, int key) {
        log.add(version, List.of(id(key)), List.of(new EntryId(1, 7, new byte[] {(byte) (key + 50)})), true);
    }

    @Test
    void knowsWhatWasWrittenAfterAVersion() {
        log.open(0, true);
        commit(1, 5);
        commit(2, 6);
        assertThat(log.isChanged(id(5), 0)).isTrue();
        assertThat(log.isChanged(id(5), 1)).isFalse();
        assertThat(log.isChanged(id(9), 0)).isFalse();
        KeyRange range = KeyRange.of(new byte[] {6}, new byte[] {7});
        assertThat(log.isChanged(1, range, 1)).isTrue();
        assertThat(log.isChanged(1, range, 2)).isFalse();
        assertThat(log.isChanged(2, range, 0)).isFalse();
        assertThat(log.isChanged(1, 7, KeyRange.of(new byte[] {55}, new byte[] {56}), 0))
                .isTrue();
        assertThat(log.isChanged(1, 7, range, 0)).isFalse();
        assertThat(log.isChanged(1, 8, KeyRange.ALL, 0)).isFalse();
    }

    @Test
    void forgetsCommitsThatWereGivenUp() {
        log.open(0, true);
        commit(1, 5);
        commit(2, 5);
        log.withdraw(1);
        assertThat(log.isChanged(id(5), 0)).isTrue();
        assertThat(log.isChanged(id(5), 1)).isFalse();
    }

    @Test
    void answersChangedAboutWhatItDoesNotRemember() {
        log.skip(3);
        assertThat(log.isChanged(id(5), 2)).isTrue();
        assertThat(log.isChanged(id(5), 3)).isFalse();
        log.add(4, List.of(), List.of(), false);
        assertThat(log.isChanged(1, 7, KeyRange.ALL, 3)).isTrue();
        assertThat(log.isChanged(1, KeyRange.ALL, 3)).isFalse();
    }

    @Test
    void remembersOnlyWhatSomebodyMayAskFor() {
        CommitLog.Reader reader = log.open(0, false);
        assertThat(log.isWatched(reader)).isFalse();
        assertThat(log.isWatched(null)).isTrue();
        assertThat(log.isWatchedForEntries()).isFalse();
        CommitLog.Reader other = log.open(0, true);
        assertThat(log.isWatched(reader)).isTrue();
        assertThat(log.isWatchedForEntries()).isTrue();
        other.since(100);
        reader.since(100);
        for (int version = 1; version <= 128; version++) {
            commit(version, version);
        }
        assertThat(log.isChanged(id(101), 100)).isTrue();
        assertThat(log.isChanged(id(50), 99)).as("forgotten").isTrue();
        log.close(reader);
        log.close(other);
        assertThat(log.isWatched(null)).isFalse();
    }

    @Test
    void aReplacedTableIsChangedWhole() {
        log.open(0, true);
        log.addReplaced(1, List.of(1));
        assertThat(log.isChanged(id(5), 0)).isTrue();
        assertThat(log.isChanged(1, 7, KeyRange.EMPTY, 0)).isTrue();
        assertThat(log.isChanged(id(5), 1)).isFalse();
    }
}
