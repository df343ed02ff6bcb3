package dev.dormouse.internal.layout.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dormouse.store.record.TableDefinition;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the document layout makes of the elements of columns and tables: it acts upon them or refuses them by name. */
@SuppressWarnings("NullAway.Init")
class ColumnElementsTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                UniqueElement.class,
                UniqueInElement.class,
                ReadOnlyElement.class,
                ReadOnlyReference.class,
                ReadOnlyJoinTable.class,
                UniqueTable.class,
                IndexOverKey.class
            })
    void whatAnArrayOrAJoinTableCannotHoldIsRefused(Class<?> entity) {
        assertThatExceptionOfType(PersistenceException.class)
                .isThrownBy(() -> Units.layout(entity, Target.class, Part.class, ReferringPart.class))
                .withMessageContaining("DORM0249 Not supported yet: ")
                .withMessageContaining(entity.getSimpleName());
    }

    @Test
    void commentsAreKeptWithTheTable() {
        Map<String, String> options = table("COMMENTED").options();

        assertThat(options)
                .containsEntry("comment", "of the table")
                .containsEntry("comment.name", "of a column")
                .containsEntry("comment.target_id", "of a join column")
                .containsEntry("comment.words", "of elements")
                .containsEntry("comment.parts.note", "in elements");
        assertThat(table("LINKS").options())
                .containsEntry("comment", "of a join table")
                .containsEntry("comment.T", "to a target");
    }

    @Test
    void aUniqueColumnOfAJoinTableIsUnique() {
        assertThat(table("LINKS").indexes())
                .anyMatch(index ->
                        index.unique() && index.parts().get(0).path().toString().equals("T"));
    }

    private static TableDefinition table(String name) {
        return Units.layout(Commented.class, Target.class, CommentedPart.class).tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Entity
    public static class Target {
        @Id
        int id;
    }

    @Entity
    @Table(name = "COMMENTED", comment = "of the table")
    public static class Commented {
        @Id
        int id;

        @Column(comment = "of a column")
        String name;

        @ManyToOne
        @JoinColumn(comment = "of a join column")
        Target target;

        @ElementCollection
        @Column(comment = "of elements")
        List<String> words;

        @ElementCollection
        List<CommentedPart> parts;

        @ManyToMany
        @JoinTable(
                name = "LINKS",
                comment = "of a join table",
                inverseJoinColumns = @JoinColumn(name = "T", unique = true, comment = "to a target"))
        List<Target> targets;
    }

    @Embeddable
    public static class CommentedPart {
        @Column(comment = "in elements")
        String note;
    }

    @Embeddable
    public static class Part {
        @Column(unique = true)
        String code;
    }

    @Embeddable
    public static class ReferringPart {
        @ManyToOne
        @JoinColumn(insertable = false, updatable = false)
        Target target;
    }

    @Entity
    public static class UniqueElement {
        @Id
        int id;

        @ElementCollection
        @Column(unique = true)
        Set<String> words;
    }

    @Entity
    public static class UniqueInElement {
        @Id
        int id;

        @ElementCollection
        Set<Part> parts;
    }

    @Entity
    public static class ReadOnlyElement {
        @Id
        int id;

        @ElementCollection
        @Column(updatable = false)
        Set<String> words;
    }

    @Entity
    public static class ReadOnlyReference {
        @Id
        int id;

        @ElementCollection
        List<ReferringPart> parts;
    }

    @Entity
    public static class ReadOnlyJoinTable {
        @Id
        int id;

        @ManyToMany
        @JoinTable(name = "READ_ONLY", joinColumns = @JoinColumn(name = "O", insertable = false, updatable = false))
        Set<Target> targets;
    }

    @Entity
    public static class UniqueTable {
        @Id
        int id;

        @ElementCollection
        @CollectionTable(uniqueConstraints = @UniqueConstraint(columnNames = "words"))
        Set<String> words;
    }

    @Entity
    public static class IndexOverKey {
        @Id
        int id;

        @ElementCollection
        @CollectionTable(indexes = @Index(columnList = "IndexOverKey_id"))
        Set<String> words;
    }
}
