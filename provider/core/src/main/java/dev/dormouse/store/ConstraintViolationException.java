package dev.dormouse.store;

/** A change would violate a constraint of the catalog. */
public final class ConstraintViolationException extends StoreException {

    private static final long serialVersionUID = 1L;

    /** The kinds of constraints. */
    public enum Kind {
        /** A record with this primary key exists. */
        PRIMARY_KEY,
        /** Another record has the same value in a unique index. */
        UNIQUE,
        /** A field that is not nullable is null. */
        NOT_NULL,
        /** A value is longer than its field admits. */
        LIMIT,
        /** A reference finds no target, or a target is still referred to. */
        FOREIGN_KEY
    }

    private final Kind kind;
    private final String table;
    private final String constraint;

    /**
     * Makes one.
     *
     * @param kind which kind
     * @param table the table's name
     * @param constraint the name of the index, reference or field
     * @param text a catalogued text
     */
    public ConstraintViolationException(Kind kind, String table, String constraint, String text) {
        super(text);
        this.kind = kind;
        this.table = table;
        this.constraint = constraint;
    }

    /** Returns the kind of constraint. */
    public Kind kind() {
        return kind;
    }

    /** Returns the table's name. */
    public String table() {
        return table;
    }

    /** Returns the name of the index, reference or field. */
    public String constraint() {
        return constraint;
    }
}
