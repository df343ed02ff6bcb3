package dev.dormouse.spec.ch11;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Basic;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What version 3.2 of the specification brought, and what the official kit does not touch: generators without names, short queries, keys and ids with converters, times as versions. */
final class NewFeaturesTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(
            A.class,
            B.class,
            Base.class,
            Keyed.class,
            Dated.class,
            Ver.class,
            GenericBase.class,
            Concrete.class,
            TextUuid.class,
            ConvertedId.class);

    @Test
    void aGeneratorWithoutANameIsThatOfItsAttributeOrEntity() {
        A a = new A();
        A a2 = new A();
        B b = new B();
        unit.persist(a, a2, b);
        assertThat(a.id).isEqualTo(100);
        assertThat(a2.id).isEqualTo(101);
        assertThat(b.id).isEqualTo(501);
    }

    @Test
    void aNamedQueryStandsOnAMappedSuperclass() {
        unit.persist(new A());
        unit.run(manager -> assertThat(
                        manager.createNamedQuery("Base.all", A.class).getResultList())
                .hasSize(1));
    }

    @Test
    void keysOfAMapAreConverted() {
        Keyed k = new Keyed();
        k.id = 1;
        k.map.put(true, "yes");
        k.map.put(false, "no");
        unit.persist(k);
        unit.run(manager ->
                assertThat(manager.find(Keyed.class, 1).map).hasSize(2).containsEntry(true, "yes"));
        unit.run(manager -> assertThat(manager.createQuery(
                                "SELECT VALUE(x) FROM Keyed k JOIN k.map x WHERE KEY(x) = TRUE", String.class)
                        .getResultList())
                .containsExactly("yes"));
    }

    @Test
    void datesAndMomentsAreIdsAndValues() {
        Dated d = new Dated();
        d.id = LocalDate.of(2026, 1, 2);
        d.instant = Instant.parse("2026-01-02T03:04:05.123456789Z");
        d.year = Year.of(2026);
        d.later = OffsetDateTime.parse("2026-01-02T03:04:05+06:00");
        unit.persist(d);
        unit.run(manager -> {
            Dated f = manager.find(Dated.class, LocalDate.of(2026, 1, 2));
            assertThat(f.later).isEqualTo(d.later);
            assertThat(f.instant).isEqualTo(Instant.parse("2026-01-02T03:04:05.123456789Z"));
            assertThat(manager.createQuery("SELECT d.year FROM Dated d WHERE d.instant = :i", Year.class)
                            .setParameter("i", d.instant)
                            .getSingleResult())
                    .isEqualTo(Year.of(2026));
            assertThat(manager.createQuery("SELECT EXTRACT(YEAR FROM d.id) FROM Dated d", Integer.class)
                            .getSingleResult())
                    .isEqualTo(2026);
        });
    }

    @Test
    void aLocalDateTimeIsAVersion() {
        Ver v = new Ver();
        v.id = 1;
        unit.persist(v);
        Object first = unit.factory().getPersistenceUnitUtil().getVersion(v);
        assertThat(first).isNotNull();
        unit.run(manager -> manager.find(Ver.class, 1).text = "x");
        unit.run(manager -> {
            Ver f = manager.find(Ver.class, 1);
            assertThat(f.version).isAfter((LocalDateTime) first);
        });
        unit.run(manager -> assertThat(
                        manager.createQuery("SELECT VERSION(v) FROM Ver v").getSingleResult())
                .isNotNull());
        unit.run(manager -> assertThat(
                        manager.createQuery("SELECT ID(v) FROM Ver v").getSingleResult())
                .isEqualTo(1));
    }

    @Test
    void aGenericSuperclassIsMappedAsItsSubclassSaysIt() {
        Concrete c = new Concrete();
        c.id = 5L;
        c.content = "x";
        unit.persist(c);
        unit.run(manager -> assertThat(manager.find(Concrete.class, 5L).content).isEqualTo("x"));
        unit.run(manager -> assertThat(manager.createQuery(
                                "SELECT c FROM Concrete c WHERE c.content = 'x' AND c.id = 5", Concrete.class)
                        .getResultList())
                .hasSize(1));
    }

    @Test
    void aUuidIsGeneratedAsText() {
        TextUuid t = new TextUuid();
        unit.persist(t);
        assertThat(UUID.fromString(t.id)).isNotNull();
    }

    @Test
    void queriesLeaveOutWhatTheyMay() {
        unit.persist(new A());
        unit.run(manager -> {
            assertThat(manager.createQuery("from A", A.class).getResultList()).hasSize(1);
            assertThat(manager.createQuery("select id from A where id > 1 order by id desc nulls last", Long.class)
                            .getResultList())
                    .hasSize(1);
            assertThat(manager.createQuery("select id from A order by id + 1, abs(id)", Long.class)
                            .getResultList())
                    .hasSize(1);
            assertThat(manager.createQuery("select this.id from A where this.id > 0", Long.class)
                            .getResultList())
                    .hasSize(1);
            assertThat(manager.createQuery("select count(this) from A", Long.class)
                            .getSingleResult())
                    .isEqualTo(1);
            assertThat(manager.createQuery("select id from A union select id from B", Long.class)
                            .getResultList())
                    .hasSize(1);
            assertThat(manager.createQuery("select cast(id as string) from A", String.class)
                            .getResultList())
                    .hasSize(1);
            assertThat(manager.createQuery("select left('abc', 2) || right('abc', 1) from A", String.class)
                            .getSingleResult())
                    .isEqualTo("abc");
            assertThat(manager.createQuery("select replace('abc', 'b', 'x') from A", String.class)
                            .getSingleResult())
                    .isEqualTo("axc");
            assertThat(manager.createQuery("update A set name = 'x' where id > 1")
                            .executeUpdate())
                    .isEqualTo(1);
            assertThat(manager.createQuery("delete from A where id > 1").executeUpdate())
                    .isEqualTo(1);
        });
    }

    @Test
    void anIdMayHaveAConverter() {
        ConvertedId yes = new ConvertedId();
        yes.id = true;
        ConvertedId no = new ConvertedId();
        no.id = false;
        unit.persist(yes, no);

        unit.run(manager -> {
            assertThat(manager.find(ConvertedId.class, true).id).isTrue();
            assertThat(manager.createQuery("SELECT c FROM ConvertedId c WHERE c.id = FALSE", ConvertedId.class)
                            .getResultList())
                    .singleElement()
                    .satisfies(found -> assertThat(found.id).isFalse());
            manager.remove(manager.find(ConvertedId.class, true));
        });
        unit.run(manager -> assertThat(manager.find(ConvertedId.class, true)).isNull());
    }

    @MappedSuperclass
    @NamedQuery(name = "Base.all", query = "SELECT a FROM A a")
    public abstract static class Base {
        String name;
    }

    @Entity
    public static class A extends Base {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        @SequenceGenerator(initialValue = 100, allocationSize = 1)
        long id;
    }

    @Entity
    @TableGenerator(initialValue = 500, allocationSize = 1)
    public static class B {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        long id;
    }

    @Entity
    public static class Keyed {
        @Id
        int id;

        @ElementCollection
        @Convert(attributeName = "key", converter = YesNo.class)
        Map<Boolean, String> map = new HashMap<>();
    }

    public static class YesNo implements AttributeConverter<Boolean, String> {
        @Override
        public String convertToDatabaseColumn(Boolean b) {
            return b == null ? null : b ? "Y" : "N";
        }

        @Override
        public Boolean convertToEntityAttribute(String s) {
            return s == null ? null : s.equals("Y");
        }
    }

    @Entity
    public static class Dated {
        @Id
        LocalDate id;

        Instant instant;
        Year year;

        @Basic(fetch = FetchType.LAZY)
        OffsetDateTime later;
    }

    @Entity
    public static class Ver {
        @Id
        int id;

        @Version
        LocalDateTime version;

        String text;
    }

    @MappedSuperclass
    public abstract static class GenericBase<I, C> {
        @Id
        I id;

        C content;
    }

    @Entity
    public static class Concrete extends GenericBase<Long, String> {}

    @Entity
    public static class TextUuid {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        String id;
    }

    @Entity
    public static class ConvertedId {
        @Id
        @Convert(converter = YesNo.class)
        Boolean id;
    }
}
