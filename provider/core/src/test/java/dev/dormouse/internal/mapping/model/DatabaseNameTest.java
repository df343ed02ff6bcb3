package dev.dormouse.internal.mapping.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DatabaseNameTest {

    @Test
    void matchesFoldedUnlessDelimited() {
        assertThat(DatabaseName.of("Order").matches(DatabaseName.of("ORDER"))).isTrue();
        assertThat(DatabaseName.of("\"Order\"")).isEqualTo(new DatabaseName("Order", true));
        assertThat(DatabaseName.of("`Order`")).hasToString("\"Order\"");
        assertThat(DatabaseName.of("\"Order\"").matches(DatabaseName.of("Order")))
                .isFalse();
        assertThat(DatabaseName.of("\"ORDER\"").matches(DatabaseName.of("order")))
                .isTrue();
        assertThat(DatabaseName.of("a").plus("_ID").folded()).isEqualTo("A_ID");
    }
}
