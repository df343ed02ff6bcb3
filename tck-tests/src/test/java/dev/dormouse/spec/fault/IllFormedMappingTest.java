package dev.dormouse.spec.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.MapsId;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PrePersist;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mappings that break a rule of the specification: the unit does not start and says which class or attribute is wrong. */
final class IllFormedMappingTest {

    /** What is wrong for plain classes only. */
    private static final Set<Object> MAY_BE_ENHANCED = Set.of("FinalEntity");

    static Stream<Arguments> mappings() {
        return Stream.of(
                        Arguments.of("WithoutId", new Class<?>[] {WithoutId.class}),
                        Arguments.of("FinalEntity", new Class<?>[] {FinalEntity.class}),
                        Arguments.of("WithoutConstructor", new Class<?>[] {WithoutConstructor.class}),
                        Arguments.of("Inner", new Class<?>[] {Inner.class}),
                        Arguments.of("EnumEntity", new Class<?>[] {EnumEntity.class}),
                        Arguments.of("RecordEntity", new Class<?>[] {RecordEntity.class}),
                        Arguments.of("TwoIdKinds", new Class<?>[] {TwoIdKinds.class, Key.class}),
                        Arguments.of("TwoIds", new Class<?>[] {TwoIds.class}),
                        Arguments.of("WrongIdClass", new Class<?>[] {WrongIdClass.class}),
                        Arguments.of("TwoVersions", new Class<?>[] {TwoVersions.class}),
                        Arguments.of("VersionOfText", new Class<?>[] {VersionOfText.class}),
                        Arguments.of("NoAssociation", new Class<?>[] {NoAssociation.class, Fine.class}),
                        Arguments.of("TargetNoEntity", new Class<?>[] {TargetNoEntity.class}),
                        Arguments.of("WrongMappedBy", new Class<?>[] {WrongMappedBy.class, Fine.class}),
                        Arguments.of("RawCollection", new Class<?>[] {RawCollection.class}),
                        Arguments.of("CollectionOfArrays", new Class<?>[] {ArrayCollection.class}),
                        Arguments.of("OrderByNothing", new Class<?>[] {OrderByNothing.class, Fine.class}),
                        Arguments.of("OrderedSet", new Class<?>[] {OrderedSet.class}),
                        Arguments.of("KeyOfNothing", new Class<?>[] {KeyOfNothing.class, Fine.class}),
                        Arguments.of("MapsNothing", new Class<?>[] {MapsNothing.class, Key.class, Fine.class}),
                        Arguments.of("EnumeratedText", new Class<?>[] {EnumeratedText.class}),
                        Arguments.of("GeneratedText", new Class<?>[] {GeneratedText.class}),
                        Arguments.of("UnknownGenerator", new Class<?>[] {UnknownGenerator.class}),
                        Arguments.of("ColumnTwice", new Class<?>[] {ColumnTwice.class}),
                        Arguments.of("OneJoinTable", new Class<?>[] {OneJoinTable.class, Fine.class}),
                        Arguments.of("IndexOfNothing", new Class<?>[] {IndexOfNothing.class}),
                        Arguments.of("UniqueNothing", new Class<?>[] {UniqueNothing.class}),
                        Arguments.of("StaticCallback", new Class<?>[] {StaticCallback.class}),
                        Arguments.of("Unmappable", new Class<?>[] {Unmappable.class}),
                        Arguments.of("Fine", new Class<?>[] {Fine.class, Other.Fine.class}),
                        Arguments.of("wrong.query", new Class<?>[] {WrongQuery.class}))
                .filter(mapping -> !SpecUnit.isEnhanced() || !MAY_BE_ENHANCED.contains(mapping.get()[0]));
    }

    private void start(Class<?>... classes) throws Exception {
        SpecUnit unit = SpecUnit.of(classes);
        try {
            unit.factory();
        } finally {
            unit.afterEach((ExtensionContext) null);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mappings")
    void isRefusedByName(String name, Class<?>[] classes) {
        assertThatExceptionOfType(PersistenceException.class)
                .isThrownBy(() -> start(classes))
                .withStackTraceContaining(name.replace("CollectionOfArrays", "ArrayCollection"))
                .satisfies(e -> assertThat(e.getMessage()).contains("DORM"));
    }

    @Test
    void allErrorsOfAUnitAreReportedTogether() {
        assertThatExceptionOfType(PersistenceException.class)
                .isThrownBy(() -> start(WithoutId.class, TwoVersions.class, ColumnTwice.class))
                .withMessageContaining("WithoutId")
                .withMessageContaining("TwoVersions")
                .withMessageContaining("ColumnTwice");
    }

    @Entity
    public static class Fine {
        @Id
        int id;

        String text;
    }

    /** Holds a second entity of the same name. */
    public static final class Other {
        private Other() {}

        @Entity
        public static class Fine {
            @Id
            int id;
        }
    }

    @Embeddable
    public record Key(int a, int b) {}

    @Entity
    public static class WithoutId {
        String text;
    }

    @Entity
    public static final class FinalEntity {
        @Id
        int id;
    }

    @Entity
    public static class WithoutConstructor {
        @Id
        int id;

        public WithoutConstructor(int id) {
            this.id = id;
        }
    }

    @Entity
    @SuppressWarnings("ClassCanBeStatic")
    public class Inner {
        @Id
        int id;
    }

    @Entity
    public enum EnumEntity {
        ONE
    }

    @Entity
    public record RecordEntity(@Id int id) {}

    @Entity
    public static class TwoIdKinds {
        @Id
        int id;

        @EmbeddedId
        Key key;
    }

    @Entity
    public static class TwoIds {
        @Id
        int a;

        @Id
        int b;
    }

    public record WrongId(int a, String c) {}

    @Entity
    @IdClass(WrongId.class)
    public static class WrongIdClass {
        @Id
        int a;

        @Id
        int b;
    }

    @Entity
    public static class TwoVersions {
        @Id
        int id;

        @Version
        int one;

        @Version
        int two;
    }

    @Entity
    public static class VersionOfText {
        @Id
        int id;

        @Version
        String version;
    }

    @Entity
    public static class NoAssociation {
        @Id
        int id;

        Fine fine;
    }

    @Entity
    public static class TargetNoEntity {
        @Id
        int id;

        @ManyToOne
        Thread thread;
    }

    @Entity
    public static class WrongMappedBy {
        @Id
        int id;

        @OneToMany(mappedBy = "nothing", cascade = CascadeType.ALL)
        Set<Fine> fines;
    }

    @Entity
    @SuppressWarnings("rawtypes")
    public static class RawCollection {
        @Id
        int id;

        @ElementCollection
        List elements;
    }

    @Entity
    public static class ArrayCollection {
        @Id
        int id;

        @ElementCollection
        String[] elements;
    }

    @Entity
    public static class OrderByNothing {
        @Id
        int id;

        @OneToMany
        @OrderBy("nothing")
        List<Fine> fines;
    }

    @Entity
    public static class OrderedSet {
        @Id
        int id;

        @ElementCollection
        @OrderColumn
        Set<String> elements;
    }

    @Entity
    public static class KeyOfNothing {
        @Id
        int id;

        @OneToMany
        @MapKey(name = "nothing")
        Map<String, Fine> fines;
    }

    @Entity
    public static class MapsNothing {
        @EmbeddedId
        Key key;

        @MapsId("nothing")
        @OneToOne
        Fine fine;
    }

    @Entity
    public static class EnumeratedText {
        @Id
        int id;

        @Enumerated(EnumType.STRING)
        String text;
    }

    @Entity
    public static class GeneratedText {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        String id;
    }

    @Entity
    public static class UnknownGenerator {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "nothing")
        int id;
    }

    @Entity
    public static class ColumnTwice {
        @Id
        int id;

        @Column(name = "same")
        String one;

        @Column(name = "same")
        String two;
    }

    @Entity
    @Table(indexes = @Index(columnList = "nothing"))
    public static class IndexOfNothing {
        @Id
        int id;
    }

    @Entity
    @Table(uniqueConstraints = @UniqueConstraint(columnNames = "nothing"))
    public static class UniqueNothing {
        @Id
        int id;
    }

    @Entity
    public static class StaticCallback {
        @Id
        int id;

        @PrePersist
        static void before() {}
    }

    @MappedSuperclass
    public static class UnmappableBase {
        @Id
        int id;
    }

    @Entity
    public static class Unmappable extends UnmappableBase {
        Object anything;
    }

    @Entity
    @NamedQuery(name = "wrong.query", query = "SELECT w FROM Nobody w")
    public static class WrongQuery {
        @Id
        int id;
    }

    @Entity
    public static class OneJoinTable {
        @Id
        int id;

        @ManyToMany
        List<Fine> first;

        @ManyToMany
        List<Fine> second;
    }
}
