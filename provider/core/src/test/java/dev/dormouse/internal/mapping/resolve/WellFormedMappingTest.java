package dev.dormouse.internal.mapping.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.internal.mapping.model.PersistenceUnitModel;
import dev.dormouse.internal.mapping.wellformed.AccessTypes;
import dev.dormouse.internal.mapping.wellformed.Associations;
import dev.dormouse.internal.mapping.wellformed.Basics;
import dev.dormouse.internal.mapping.wellformed.Embeddables;
import dev.dormouse.internal.mapping.wellformed.Generators;
import dev.dormouse.internal.mapping.wellformed.Hierarchy;
import dev.dormouse.internal.mapping.wellformed.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What each group of well-formed classes resolves to, as text; the texts stand beside this class, one for each group. */
class WellFormedMappingTest {

    @TestFactory
    Stream<DynamicTest> everyGroupResolvesToItsText() {
        return Stream.of(
                        Basics.class,
                        Ids.class,
                        Generators.class,
                        Associations.class,
                        Embeddables.class,
                        Hierarchy.class,
                        AccessTypes.class)
                .map(group -> DynamicTest.dynamicTest(
                        group.getSimpleName(), () -> assertThat(text(group)).isEqualTo(expected(group))));
    }

    private static String text(Class<?> group) {
        List<Class<?>> alsoNeeded = List.of(Embeddables.MoneyConverter.class, Embeddables.Country.class);
        PersistenceUnitModel model = MappingResolver.resolve(
                group.getSimpleName(),
                Stream.concat(Stream.of(group.getDeclaredClasses()), alsoNeeded.stream())
                        .map(Class::getName)
                        .sorted()
                        .toList(),
                group.getClassLoader());
        return model.entities().values().stream()
                .filter(entity -> entity.className().startsWith(group.getName()))
                .map(ModelText::of)
                .collect(Collectors.joining("\n"));
    }

    private static String expected(Class<?> group) throws IOException {
        try (InputStream text = Objects.requireNonNull(
                WellFormedMappingTest.class.getResourceAsStream(group.getSimpleName() + ".txt"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
