package dev.dormouse.internal.mapping.wellformed;

import dev.dormouse.annotation.IdArray;
import dev.dormouse.annotation.StoredAs;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@link StoredAs} tells a store of documents, in every place where it can stand and where it is inherited from a target. */
public final class StoredForms {

    private StoredForms() {}

    @Entity
    public static class Burrow {
        @Id
        @GeneratedValue
        @StoredAs(StoredAs.Form.OBJECT_ID)
        String id;

        @StoredAs(StoredAs.Form.OBJECT_ID)
        String foreign;

        @ManyToOne
        Burrow next;

        @IdArray
        @OneToMany
        List<Burrow> tunnels;

        @ManyToMany
        Set<Burrow> visited;

        @ElementCollection
        @StoredAs(StoredAs.Form.OBJECT_ID)
        List<String> marks;

        @ElementCollection
        @StoredAs(StoredAs.Form.SUB_DOCUMENT)
        Map<String, Hoard> hoards;

        @ElementCollection
        Map<String, Integer> counts;
    }

    @Embeddable
    public static class Hoard {
        int nuts;

        @ManyToOne
        Burrow owner;
    }
}
