package dev.dormouse.internal.mapping.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttributePathTest {

    @Test
    void readsAndPrintsDottedPaths() {
        AttributePath path = AttributePath.parse("a.b.c");

        assertThat(path.names()).containsExactly("a", "b", "c");
        assertThat(path).hasToString("a.b.c");
        assertThat(path.head()).isEqualTo("a");
        assertThat(path.last()).isEqualTo("c");
        assertThat(path.tail()).isEqualTo(AttributePath.of("b", "c"));
        assertThat(AttributePath.of("a").append(path.tail())).isEqualTo(path);
        assertThat(path.startsWith(AttributePath.of("a", "b"))).isTrue();
        assertThat(path.startsWith(AttributePath.of("b"))).isFalse();
        assertThat(AttributePath.parse("")).isEqualTo(AttributePath.EMPTY);
    }
}
