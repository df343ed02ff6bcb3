package dev.dormouse.internal.enhance.collection;

import java.io.Serializable;

/** The serial form of a collection that was not loaded when its context went: it comes back as just that, never as an empty one. */
record UnloadedCollection(Kind kind, String description, boolean holdsEntities, boolean isOrdered)
        implements Serializable, CollectionRole {

    private static final long serialVersionUID = 1L;

    enum Kind {
        LIST,
        SET,
        MAP
    }

    static UnloadedCollection list(CollectionState state) {
        return of(Kind.LIST, state.role());
    }

    static UnloadedCollection set(CollectionState state) {
        return of(Kind.SET, state.role());
    }

    static UnloadedCollection map(CollectionState state) {
        return of(Kind.MAP, state.role());
    }

    private static UnloadedCollection of(Kind kind, CollectionRole role) {
        return new UnloadedCollection(kind, role.description(), role.holdsEntities(), role.isOrdered());
    }

    @Override
    public boolean mayQueueAdditions() {
        return false;
    }

    private Object readResolve() {
        return switch (kind) {
            case LIST -> PersistentList.detached(this);
            case SET -> PersistentSet.detached(this);
            case MAP -> PersistentMap.detached(this);
        };
    }
}
