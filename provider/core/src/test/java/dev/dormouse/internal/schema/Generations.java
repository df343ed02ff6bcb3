package dev.dormouse.internal.schema;

import dev.dormouse.annotation.Storage;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** Mappings of the same tables at different times. */
@NullUnmarked
final class Generations {

    private Generations() {}

    @Entity(name = "Limited")
    @Table(name = "LIMITED")
    static class Narrow {
        @Id
        long id;

        @Column(length = 5)
        String name;

        @Column(precision = 4, scale = 2)
        BigDecimal price;

        @ElementCollection
        @Column(length = 3)
        List<String> words;
    }

    @Entity(name = "Limited")
    @Table(name = "LIMITED")
    static class Wide {
        @Id
        long id;

        @Column(length = 9)
        String name;

        @Column(precision = 5, scale = 4)
        BigDecimal price;

        @ElementCollection
        List<String> words;
    }

    @Entity(name = "Person")
    @Table(name = "PERSON")
    static class First {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "ids")
        @TableGenerator(name = "ids", table = "IDS", initialValue = 9)
        long id;

        String name;

        @Embedded
        FirstHome home;

        @ElementCollection
        List<FirstHome> earlier;
    }

    @Embeddable
    static class FirstHome {
        String street;
    }

    @Entity(name = "Person")
    @Table(name = "Person", indexes = @Index(name = "BY_NAME", columnList = "name, age"))
    static class Second {
        @Id
        long id;

        int age;

        @Column(unique = true)
        String name;

        @Embedded
        SecondHome home;

        @ElementCollection
        List<SecondHome> earlier;

        @ManyToOne
        Team team;
    }

    @Embeddable
    static class SecondHome {
        String city;
        String street;
    }

    @Entity
    static class Team {
        @Id
        int id;
    }

    @Entity(name = "Person")
    @Table(name = "PERSON")
    static class Retyped {
        @Id
        long id;

        int name;
    }

    @Entity(name = "Person")
    @Table(name = "PERSON")
    static class Rekeyed {
        @Id
        String name;
    }

    @Entity(name = "Person")
    @Table(name = "PERSON")
    @Storage(compression = Storage.Compression.ZSTD)
    static class Compressed {
        @Id
        long id;

        String name;
    }

    /** Sees the nested column as a plain one. */
    @Entity(name = "Person")
    @Table(name = "PERSON")
    static class Flat {
        @Id
        long id;

        @Column(name = "STREET")
        String road;
    }
}
