package dev.dormouse.internal.layout.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.mapping.wellformed.AccessTypes;
import dev.dormouse.internal.mapping.wellformed.Associations;
import dev.dormouse.internal.mapping.wellformed.Basics;
import dev.dormouse.internal.mapping.wellformed.Embeddables;
import dev.dormouse.internal.mapping.wellformed.Generators;
import dev.dormouse.internal.mapping.wellformed.Hierarchy;
import dev.dormouse.internal.mapping.wellformed.Ids;
import dev.dormouse.internal.mapping.wellformed.StoredForms;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Which tables each group of well-formed classes wants, as text; the texts stand beside this class. All of them can be bound. */
class WellFormedLayoutTest {

    @TestFactory
    Stream<DynamicTest> everyGroupWantsItsTables() {
        return Stream.of(
                        Basics.class,
                        Ids.class,
                        Generators.class,
                        Associations.class,
                        Embeddables.class,
                        Hierarchy.class,
                        AccessTypes.class,
                        StoredForms.class)
                .map(group -> DynamicTest.dynamicTest(group.getSimpleName(), () -> check(group)));
    }

    private static void check(Class<?> group) throws IOException {
        Class<?>[] classes = Stream.concat(
                        Stream.of(group.getDeclaredClasses()),
                        Stream.of(Embeddables.MoneyConverter.class, Embeddables.Country.class))
                .sorted(java.util.Comparator.comparing(Class::getName))
                .toArray(Class<?>[]::new);
        DocumentLayout layout = Units.layout(classes);
        assertThat(TableText.of(layout)).isEqualTo(expected(group));
        for (EntityLayout entity : layout.bind(Units.catalog(layout)).entities()) {
            entity.model().attributes().forEach(a -> assertThat(entity.location(a))
                    .isNotNull());
        }
    }

    private static String expected(Class<?> group) throws IOException {
        try (InputStream text = Objects.requireNonNull(
                WellFormedLayoutTest.class.getResourceAsStream(group.getSimpleName() + ".txt"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
