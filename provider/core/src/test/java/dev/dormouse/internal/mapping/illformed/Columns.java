package dev.dormouse.internal.mapping.illformed;

import dev.dormouse.internal.mapping.illformed.Targets.Named;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

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
}
