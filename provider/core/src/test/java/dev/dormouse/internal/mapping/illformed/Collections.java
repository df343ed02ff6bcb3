package dev.dormouse.internal.mapping.illformed;

import dev.dormouse.annotation.StoredAs;
import dev.dormouse.internal.mapping.illformed.Targets.Target;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Each breaks one rule for collections, their order and the keys of maps; everything else about it is well formed. */
public final class Collections {

    private Collections() {}

    @Entity
    public static class WrongCollection {
        @Id
        long id;

        @ElementCollection
        ArrayList<String> names;
    }

    @Entity
    @SuppressWarnings("rawtypes")
    public static class RawCollection {
        @Id
        long id;

        @ElementCollection
        List names;
    }

    @Entity
    public static class BadOrderBy {
        @Id
        long id;

        @OneToMany
        @OrderBy("name ASC, size DESC")
        List<Target> targets;
    }

    @Entity
    public static class BadOrderColumn {
        @Id
        long id;

        @ElementCollection
        @OrderColumn
        Set<String> names;
    }

    @Entity
    public static class TwoOrders {
        @Id
        long id;

        @ElementCollection
        @OrderColumn
        @OrderBy
        List<String> names;
    }

    @Entity
    public static class BadMapKey {
        @Id
        long id;

        @OneToMany
        @MapKey(name = "code")
        Map<String, Target> targets;
    }

    @Entity
    public static class MapKeyOnList {
        @Id
        long id;

        @ElementCollection
        @MapKeyColumn(name = "K")
        List<String> names;
    }

    @Entity
    public static class CollectionInElement {
        @Id
        long id;

        @ElementCollection
        List<WithNames> parts;
    }

    /** An embeddable with a collection. */
    @Embeddable
    public static class WithNames {
        @ElementCollection
        Set<String> names;
    }

    @Entity
    public static class BadSubDocument {
        @Id
        long id;

        @ElementCollection
        @StoredAs(StoredAs.Form.SUB_DOCUMENT)
        Map<Integer, String> names;
    }
}
