package dev.dormouse.internal.mapping.resolve;

/** Leaves the resolution of something that cannot be resolved; why not is in the collector already. */
final class Unresolved extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unresolved(String what) {
        super(what, null, false, false);
    }
}
