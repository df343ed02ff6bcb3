package dev.dormouse.internal.mapping.illformed;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PrePersist;

/** Each breaks one rule for callbacks and listeners; everything else about it is well formed. */
public final class Callbacks {

    private Callbacks() {}

    @Entity
    public static class WrongCallback {
        @Id
        long id;

        @PrePersist
        int before() {
            return 1;
        }
    }

    @Entity
    @EntityListeners(WrongListener.class)
    public static class WrongListenerCallback {
        @Id
        long id;
    }

    /** A listener whose method takes no entity. */
    public static class WrongListener {
        @PostLoad
        void loaded() {}
    }

    @Entity
    public static class TwoCallbacks {
        @Id
        long id;

        @PostLoad
        void first() {}

        @PostLoad
        void second() {}
    }

    @Entity
    @EntityListeners(AbstractListener.class)
    public static class BadListener {
        @Id
        long id;
    }

    /** A listener that nobody can make. */
    public abstract static class AbstractListener {}
}
