package dev.dormouse.spec.ch11;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Convert;
import jakarta.persistence.Converts;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Inheritance;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyClass;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What annotations say where the types of Java do not: targets, keys, composite references, letters as discriminators, converters in embeddables. */
@SuppressWarnings({"rawtypes", "unchecked"})
final class TargetTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(
            Raw.class, Leaf.class, Area.class, Site.class, Animal.class, Bird.class, Cat.class, Boxed.class, Box.class);

    @Test
    void collectionsWithoutTypeArgumentsHaveTheTargetsOfTheirAnnotations() {
        Raw raw = new Raw();
        raw.id = 1;
        raw.words.add("a");
        raw.words.add("b");
        raw.counts.put("x", 1);
        Leaf leaf = new Leaf();
        leaf.id = 2;
        leaf.raw = raw;
        raw.leaves.add(leaf);
        raw.named = leaf;
        unit.persist(raw);

        unit.run(manager -> {
            Raw found = manager.find(Raw.class, 1);
            assertThat(found.words).containsExactlyInAnyOrder("a", "b");
            assertThat(found.counts).containsExactly(Map.entry("x", 1));
            assertThat(found.leaves).hasSize(1);
            assertThat(found.named.name()).isEqualTo("leaf 2");
        });
        unit.run(manager -> assertThat(
                        manager.createQuery("SELECT l.id FROM Raw r JOIN r.leaves l JOIN r.words w WHERE w = 'a'")
                                .getResultList())
                .hasSize(1));
    }

    @Test
    void aReferenceOfTwoColumnsIsListedInOneAnnotation() {
        Area area = new Area();
        area.country = "NO";
        area.number = 3;
        Site site = new Site();
        site.id = 1;
        site.area = area;
        unit.persist(area, site);

        unit.run(manager -> assertThat(manager.createQuery(
                                "SELECT s.id FROM Site s WHERE s.area.country = 'NO' AND s.area.number = 3",
                                Integer.class)
                        .getResultList())
                .containsExactly(1));
    }

    @Test
    void aLetterTellsTheEntitiesOfAHierarchyApart() {
        Bird bird = new Bird();
        bird.id = 1;
        Cat cat = new Cat();
        cat.id = 2;
        unit.persist(bird, cat);

        unit.run(manager -> {
            assertThat(manager.find(Animal.class, 1)).isInstanceOf(Bird.class);
            assertThat(manager.find(Animal.class, 2)).isInstanceOf(Cat.class);
            assertThat(manager.createQuery("SELECT b FROM Bird b", Bird.class).getResultList())
                    .hasSize(1);
            assertThat(manager.createQuery("SELECT a.id FROM Animal a WHERE TYPE(a) = Cat", Integer.class)
                            .getResultList())
                    .containsExactly(2);
        });
    }

    @Test
    void severalConvertersReachIntoAnEmbeddable() {
        Boxed boxed = new Boxed();
        boxed.id = 1;
        boxed.box = new Box();
        boxed.box.width = 2;
        boxed.box.height = 3;
        unit.persist(boxed);

        unit.run(manager -> {
            Box found = manager.find(Boxed.class, 1).box;
            assertThat(found.width).isEqualTo(2);
            assertThat(found.height).isEqualTo(3);
        });
        assertThat(Doubling.written).contains(2).doesNotContain(3);
        assertThat(Tripling.written).contains(3).doesNotContain(2);
    }

    interface Named {
        String name();
    }

    @Entity
    public static class Raw {
        @Id
        int id;

        @ElementCollection(targetClass = String.class)
        Collection words = new ArrayList();

        @ElementCollection(targetClass = Integer.class)
        @MapKeyClass(String.class)
        Map counts = new HashMap();

        @OneToMany(targetEntity = Leaf.class, mappedBy = "raw", cascade = CascadeType.ALL)
        Collection leaves = new ArrayList();

        @ManyToOne(targetEntity = Leaf.class)
        Named named;
    }

    @Entity
    public static class Leaf implements Named {
        @Id
        int id;

        @ManyToOne
        Raw raw;

        @Override
        public String name() {
            return "leaf " + id;
        }
    }

    public record AreaId(String country, int number) {}

    @Entity
    @IdClass(AreaId.class)
    public static class Area {
        @Id
        String country;

        @Id
        int number;
    }

    @Entity
    public static class Site {
        @Id
        int id;

        @ManyToOne
        @JoinColumns({
            @JoinColumn(name = "AREA_NUMBER", referencedColumnName = "number"),
            @JoinColumn(name = "AREA_COUNTRY", referencedColumnName = "country")
        })
        Area area;
    }

    @Entity
    @Inheritance
    @DiscriminatorColumn(name = "LETTER", discriminatorType = DiscriminatorType.CHAR, length = 1)
    public abstract static class Animal {
        @Id
        int id;
    }

    @Entity
    public static class Bird extends Animal {}

    @Entity
    @DiscriminatorValue("K")
    public static class Cat extends Animal {}

    @Entity
    public static class Boxed {
        @Id
        int id;

        @Embedded
        @Converts({
            @Convert(attributeName = "width", converter = Doubling.class),
            @Convert(attributeName = "height", converter = Tripling.class)
        })
        Box box;
    }

    @Embeddable
    public static class Box {
        Integer width;
        Integer height;
    }

    public static class Doubling implements AttributeConverter<Integer, Integer> {
        static final List<Integer> written = new ArrayList<>();

        @Override
        public Integer convertToDatabaseColumn(Integer value) {
            written.add(value);
            return value == null ? null : value * 2;
        }

        @Override
        public Integer convertToEntityAttribute(Integer value) {
            return value == null ? null : value / 2;
        }
    }

    public static class Tripling implements AttributeConverter<Integer, Integer> {
        static final List<Integer> written = new ArrayList<>();

        @Override
        public Integer convertToDatabaseColumn(Integer value) {
            written.add(value);
            return value == null ? null : value * 3;
        }

        @Override
        public Integer convertToEntityAttribute(Integer value) {
            return value == null ? null : value / 3;
        }
    }
}
