package dev.dormouse.internal.session;

/** What the specification has and this provider has not yet, each refused by name. */
final class Refusals {

    private Refusals() {}

    static UnsupportedOperationException criteria(String method) {
        return notYet(method, "Write the query in the Jakarta Persistence query language.");
    }

    static UnsupportedOperationException metamodel() {
        return notYet("getMetamodel", "Use the entity classes and attribute names.");
    }

    static UnsupportedOperationException nativeQuery(String method) {
        return notYet(method, "Write the query in the Jakarta Persistence query language.");
    }

    static UnsupportedOperationException storedProcedure(String method) {
        return notYet(method, "Do the work in the application.");
    }

    static UnsupportedOperationException entityGraph(String what) {
        return notYet(what, "Fetch what is needed with JOIN FETCH.");
    }

    static UnsupportedOperationException extendedLockScope() {
        return notYet("PessimisticLockScope.EXTENDED", "Lock the related entities themselves.");
    }

    static UnsupportedOperationException connection(String method) {
        return new UnsupportedOperationException(SessionMessages.NO_CONNECTION.text(method));
    }

    private static UnsupportedOperationException notYet(String what, String alternative) {
        return new UnsupportedOperationException(SessionMessages.NOT_SUPPORTED_YET.text(what, alternative));
    }
}
