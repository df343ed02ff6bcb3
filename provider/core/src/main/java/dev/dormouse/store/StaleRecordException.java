package dev.dormouse.store;

import dev.dormouse.store.record.Key;

/** A record is no longer what a transaction read: its version changed, it changed, or it is gone; or a serializable transaction read what another changed. */
public final class StaleRecordException extends StoreException {

    private static final long serialVersionUID = 1L;

    private final String table;
    private final transient Key key;

    /** Makes one for a record. */
    public StaleRecordException(String table, Key key, String text) {
        super(text);
        this.table = table;
        this.key = key;
    }

    /** Returns the table's name. */
    public String table() {
        return table;
    }

    /** Returns the record's primary key. */
    public Key key() {
        return key;
    }
}
