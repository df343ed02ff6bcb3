package dev.dormouse.internal.mapping.illformed;

import dev.dormouse.internal.mapping.illformed.Targets.Named;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Each breaks one rule for columns, overrides, indexes and constraints; everything else about it is well formed. */
public final class Columns {

    private Columns() {}

    @Entity
    public static class WithColumnOptions {
        @Id
        long id;

        @Column(options = "COMPRESSED")
        String text;
    }

    @Entity
    public static class WithColumnDefinition {
        @Id
        long id;

        @Column(columnDefinition = "CLOB")
        String text;
    }

    @Entity
    @AttributeOverride(name = "title", column = @Column(name = "T"))
    public static class UnknownOverride extends Named {
        @Id
        long id;
    }

    @Entity
    public static class BadEmbeddedOverride {
        @Id
        long id;

        @Embedded
        @AttributeOverride(name = "destination", column = @Column(name = "D"))
        Targets.Key key;
    }

    @Entity
    public static class ColumnTwice {
        @Id
        long id;

        @Column(name = "NAME")
        String first;

        @Column(name = "name")
        String second;
    }

    @Entity
    @Table(indexes = @Index(columnList = "id, nmae DESC"))
    public static class BadIndex {
        @Id
        long id;

        String name;
    }

    @Entity
    @Table(indexes = @Index(columnList = "id,, name"))
    public static class BadColumnList {
        @Id
        long id;

        String name;
    }

    @Entity
    @Table(uniqueConstraints = @UniqueConstraint(columnNames = {"id", "nmae"}))
    public static class BadUniqueConstraint {
        @Id
        long id;

        String name;
    }

    @Entity
    public static class KeyAndElementInOneColumn {
        @Id
        long id;

        @ElementCollection
        @MapKeyColumn(name = "WORD")
        @Column(name = "word")
        Map<String, String> words;
    }

    @Entity
    public static class KeyAndValueInOneColumn {
        @Id
        long id;

        @ElementCollection
        @AttributeOverride(name = "value.number", column = @Column(name = "N"))
        Map<Targets.Key, Targets.Key> routes;
    }

    @Entity
    public static class OwnerAndElementInOneColumn {
        @Id
        long id;

        @ElementCollection
        @CollectionTable(joinColumns = @JoinColumn(name = "OWNER"))
        @Column(name = "OWNER")
        Set<String> owners;
    }

    @Entity
    public static class OwnerAndTargetInOneColumn {
        @Id
        long id;

        @ManyToMany
        @JoinTable(joinColumns = @JoinColumn(name = "ID"), inverseJoinColumns = @JoinColumn(name = "ID"))
        Set<OwnerAndTargetInOneColumn> others;
    }

    @Entity
    public static class PositionInColumnOfTarget {
        @Id
        long id;

        int position;

        @ManyToOne
        PositionInColumnOfTarget above;

        @OneToMany(mappedBy = "above")
        @OrderColumn(name = "position")
        List<PositionInColumnOfTarget> below;
    }
}
