package dev.dormouse.store.writeset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class KeyMapTest {

    private static byte[] key(Random random) {
        int common = random.nextInt(3) * 4;
        byte[] key = new byte[common + random.nextInt(3) + 1];
        for (int i = common; i < key.length; i++) {
            key[i] = (byte) (random.nextInt(8) * 36);
        }
        return key;
    }

    private static List<String> content(KeyMap<Integer> map, KeyRange range, boolean reverse) {
        List<String> content = new ArrayList<>();
        KeyMap.Walk<Integer> walk = map.walk(range, reverse);
        while (walk.next()) {
            content.add(Arrays.toString(walk.key()) + walk.value());
        }
        return content;
    }

    private static List<String> content(NavigableMap<byte[], Integer> map) {
        List<String> content = new ArrayList<>();
        map.forEach((key, value) -> content.add(Arrays.toString(key) + value));
        return content;
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void agreesWithATreeMapAndItsCopiesStayAsTheyWere(@ForAll long seed) {
        Random random = new Random(seed);
        KeyMap<Integer> map = new KeyMap<>();
        TreeMap<byte[], Integer> model = new TreeMap<>(Arrays::compareUnsigned);
        KeyMap<Integer> copy = map.copy();
        List<String> copied = List.of();
        for (int step = 0; step < 300; step++) {
            byte[] key = key(random);
            if (random.nextInt(3) > 0) {
                assertThat(map.put(key, step)).isEqualTo(model.put(key, step));
            } else {
                assertThat(map.remove(key)).isEqualTo(model.remove(key));
            }
            assertThat(map.size()).isEqualTo(model.size());
            assertThat(map.get(KeyBuffer.of(key))).isEqualTo(model.get(key));
            if (random.nextInt(40) == 0) {
                copy = map.copy();
                copied = content(model);
            }
        }
        assertThat(content(map, KeyRange.ALL, false)).isEqualTo(content(model));
        assertThat(content(map, KeyRange.ALL, true)).isEqualTo(content(model.descendingMap()));
        assertThat(content(copy, KeyRange.ALL, false)).isEqualTo(copied);
        byte[] low = key(random);
        byte[] high = key(random);
        if (Arrays.compareUnsigned(low, high) < 0) {
            NavigableMap<byte[], Integer> part = model.subMap(low, true, high, false);
            assertThat(content(map, KeyRange.of(low, high), false)).isEqualTo(content(part));
            assertThat(content(map, KeyRange.of(low, high), true)).isEqualTo(content(part.descendingMap()));
        } else {
            assertThat(content(map, KeyRange.of(low, high), random.nextBoolean()))
                    .isEmpty();
        }
    }

    @Test
    void aWalkSeesTheMapAsItWasWhenItBegan() {
        KeyMap<Integer> map = new KeyMap<>();
        for (int i = 0; i < 100; i++) {
            map.put(new byte[] {(byte) i}, i);
        }
        KeyMap.Walk<Integer> walk = map.walk(KeyRange.ALL, false);
        int count = 0;
        while (walk.next()) {
            map.remove(new byte[] {(byte) (99 - count)});
            map.put(new byte[] {(byte) count, 1}, -1);
            assertThat(walk.value()).isEqualTo(count);
            count++;
        }
        assertThat(count).isEqualTo(100);
    }

    @Test
    void stepsAreFewInALargeMap() {
        KeyMap<Integer> map = new KeyMap<>();
        for (int i = 0; i < 100_000; i++) {
            map.put(new KeyBuffer().putLowest(i, 4).toBytes(), i);
        }
        KeyMap.Walk<Integer> walk = map.walk(KeyRange.ALL, false);
        int next = 0;
        while (walk.next()) {
            assertThat((int) walk.value()).isEqualTo(next++);
        }
        assertThat(next).isEqualTo(100_000);
    }
}
