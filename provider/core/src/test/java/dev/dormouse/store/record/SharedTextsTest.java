package dev.dormouse.store.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedTextsTest {

    private final SharedTexts texts = new SharedTexts();

    private String read(String text) {
        byte[] bytes = ("before" + text + "behind").getBytes(StandardCharsets.UTF_8);
        return texts.get(bytes, 6, bytes.length - 12);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "C",
                "CH",
                "CHE",
                "Bern",
                "Basel",
                "Genève",
                "Zürich-W",
                "Appenzell",
                "La Chaux-de-Fonds",
                "東京都千代田区"
            })
    void aTextThatComesAgainIsTheSame(String text) {
        String first = read(text);
        assertThat(first).isEqualTo(text);
        assertThat(read(text)).isSameAs(first);
    }

    @Test
    void textsThatDifferInOneByteAreTwo() {
        for (int length = 1; length <= 40; length++) {
            String same = "a".repeat(length);
            assertThat(read(same)).isEqualTo(same);
            for (int place = 0; place < length; place++) {
                String other = same.substring(0, place) + 'b' + same.substring(place + 1);
                assertThat(new SharedTextsTest().readBoth(same, other)).containsExactly(same, other, same, other);
            }
            String longer = same + '\0';
            assertThat(new SharedTextsTest().readBoth(same, longer)).containsExactly(same, longer, same, longer);
        }
    }

    private List<String> readBoth(String one, String other) {
        return List.of(read(one), read(other), read(one), read(other));
    }

    @Test
    void longTextsAreNotKept() {
        String text = "a".repeat(33);
        assertThat(read(text)).isEqualTo(text).isNotSameAs(read(text));
    }

    @Test
    void sixtyTextsAreAllShared() {
        List<String> first =
                IntStream.range(0, 60).mapToObj(i -> read("City " + i)).toList();
        for (int i = 0; i < 60; i++) {
            assertThat(read("City " + i)).isSameAs(first.get(i));
        }
    }

    @Test
    void aFieldWhoseTextsDoNotComeAgainIsGivenUp() {
        String first = read("person0");
        assertThat(read("person0")).isSameAs(first);
        IntStream.range(1, 100).forEach(i -> assertThat(read("person" + i)).isEqualTo("person" + i));
        assertThat(texts.takes(7)).isFalse();
        assertThat(read("person0")).isEqualTo(first).isNotSameAs(first);
    }

    @Test
    void textsInOrderAreSharedHoweverManyThereAre() {
        for (int i = 0; i < 1000; i++) {
            String first = read("City " + i);
            for (int again = 0; again < 5; again++) {
                assertThat(read("City " + i)).isSameAs(first);
            }
        }
    }
}
