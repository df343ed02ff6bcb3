package dev.dormouse.internal.mapping.illformed;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.io.Serializable;

/** Well-formed classes that the ill-formed ones refer to or extend. */
public final class Targets {

    private Targets() {}

    /** A well-formed entity to refer to. */
    @Entity
    public static class Target {
        @Id
        long id;

        String name;
    }

    /** A well-formed entity with a composite id. */
    @Entity
    public static class CompositeTarget {
        @EmbeddedId
        Key key;
    }

    /** A well-formed key. */
    @Embeddable
    public static class Key {
        String origin;
        int number;
    }

    @Entity
    public static class Base {
        @Id
        long id;
    }

    @MappedSuperclass
    public static class Named {
        String name;
    }

    /** A type that is serializable and nothing else. */
    public static class Blob implements Serializable {
        private static final long serialVersionUID = 1L;
    }
}
