package dev.dormouse.internal.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dormouse.DormousePersistenceProvider;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** All failures of a unit come together, whichever phase finds them, and none that follows from another. */
class UnitFailuresTest {

    private static String failure(Class<?>... classes) {
        PersistenceConfiguration configuration =
                new PersistenceConfiguration("faulty").property("jakarta.persistence.jdbc.url", "memory:unit-failures");
        for (Class<?> type : classes) {
            configuration.managedClass(type);
        }
        PersistenceException thrown =
                catchThrowableOfType(PersistenceException.class, () -> new DormousePersistenceProvider()
                        .createEntityManagerFactory(configuration));
        return Objects.requireNonNull(thrown.getMessage());
    }

    private static List<String> ids(String message) {
        return Pattern.compile("DORM\\d{4}")
                .matcher(message)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void mappingLayoutAndNamedQueriesAreReportedTogether() {
        String message = failure(WithoutId.class, UniqueElements.class, WrongQuery.class);
        assertThat(message)
                .isEqualTo(
                        """
                persistence unit 'faulty': 3 failures
                  entity '%s'
                    %s
                  document layout
                    entity '%s'
                      %s
                  named queries
                    %s"""
                                .formatted(
                                        WithoutId.class.getName(),
                                        line(message, "DORM0115"),
                                        UniqueElements.class.getName(),
                                        line(message, "DORM0249"),
                                        line(message, "DORM0631")));
        assertThat(line(message, "DORM0631")).contains("'wrong'").contains("'txet'");
    }

    private static String line(String message, String id) {
        return message.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(id))
                .findFirst()
                .orElse("no " + id);
    }

    @Test
    void whatLeadsToSomethingBrokenIsNotReported() {
        assertThat(ids(failure(WithoutId.class, Referring.class, ReferringFurther.class)))
                .containsExactly("DORM0115");
    }

    @Test
    void bothPassesOfTheLayoutAreReported() {
        assertThat(ids(failure(UniqueElements.class, ReadOnlyLinks.class))).containsExactly("DORM0249", "DORM0249");
    }

    @Test
    void namedQueriesAloneAreReportedInTheSameForm() {
        assertThat(failure(WrongQuery.class))
                .startsWith("persistence unit 'faulty': 1 failure\n  named queries\n    DORM0631 ");
    }

    @Entity
    @NullUnmarked
    public static class WithoutId {
        String text;
    }

    @Entity
    @NullUnmarked
    public static class UniqueElements {
        @Id
        int id;

        @ElementCollection
        @Column(unique = true)
        Set<String> words;
    }

    @Entity
    @NamedQuery(name = "right", query = "SELECT w FROM WrongQuery w")
    @NamedQuery(name = "wrong", query = "SELECT w.txet FROM WrongQuery w")
    @NullUnmarked
    public static class WrongQuery {
        @Id
        int id;

        String text;
    }

    @Entity
    @NamedQuery(name = "follows", query = "SELECT w FROM WithoutId w")
    @NullUnmarked
    public static class Referring {
        @Id
        int id;

        @ManyToOne
        WithoutId target;
    }

    @Entity
    @NamedQuery(name = "follows too", query = "SELECT r.target.id FROM Referring r")
    @NullUnmarked
    public static class ReferringFurther {
        @Id
        int id;

        @ManyToOne
        Referring target;
    }

    @Entity
    @NullUnmarked
    public static class ReadOnlyLinks {
        @Id
        int id;

        @ManyToMany
        @JoinTable(name = "LINKS", joinColumns = @JoinColumn(name = "O", insertable = false, updatable = false))
        Set<ReadOnlyLinks> links;
    }
}
