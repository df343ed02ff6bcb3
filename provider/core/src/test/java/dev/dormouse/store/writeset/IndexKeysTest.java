package dev.dormouse.store.writeset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import org.junit.jupiter.api.Test;

class IndexKeysTest {

    private static final int LIMIT = 64;

    private static KeyBuffer key(int length, int last) {
        KeyBuffer key = new KeyBuffer();
        for (int i = 0; i < length - 1; i++) {
            key.put(7);
        }
        return key.put(last);
    }

    private static KeyBuffer cut(KeyBuffer key) {
        KeyBuffer copy = KeyBuffer.of(key.toBytes());
        IndexKeys.cut(copy, LIMIT);
        return copy;
    }

    @Test
    void onlyAKeyThatReachesTheLimitIsCut() {
        assertThat(cut(key(63, 1))).isEqualTo(key(63, 1));
        assertThat(cut(key(64, 1)).length()).isEqualTo(LIMIT);
        assertThat(cut(key(64, 1))).isNotEqualTo(key(64, 1));
        assertThat(cut(key(900, 1)).length()).isEqualTo(LIMIT);
        assertThat(cut(key(900, 1))).isNotEqualTo(cut(key(900, 2)));
        assertThat(cut(key(900, 1)).startsWith(key(48, 7).toBytes())).isTrue();
    }

    @Test
    void aStoredRangeHoldsWhateverTheWholeRangeHolds() {
        for (int length = 40; length < 80; length++) {
            KeyRange whole =
                    KeyRange.of(key(length, 3).toBytes(), key(length, 5).toBytes());
            KeyRange stored = IndexKeys.stored(whole, LIMIT);
            assertThat(stored.contains(cut(key(length, 3)))).isTrue();
            assertThat(stored.contains(cut(key(length, 4).put(1)))).isTrue();
            boolean exact = !IndexKeys.isInexact(length, LIMIT);
            assertThat(stored.contains(cut(key(length, 9)))).isEqualTo(!exact);
        }
    }
}
