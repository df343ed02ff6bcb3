package dev.dormouse.lmdb.internal.map;

import dev.dormouse.lmdb.internal.environment.Environment;
import org.agrona.DirectBuffer;
import org.lmdbjava.Dbi;
import org.lmdbjava.DbiFlags;
import org.lmdbjava.Txn;

/**
 * The two native maps of a table.
 *
 * @param records primary key to record
 * @param entries index number and index key to primary keys
 */
public record TableMaps(Dbi<DirectBuffer> records, Dbi<DirectBuffer> entries) {

    private static final String RECORDS = "t";
    private static final String ENTRIES = "i";

    /** Opens the maps of a table in a transaction, whose end without commit closes them. They stay open as long as the environment. */
    public static TableMaps open(Environment environment, Txn<DirectBuffer> txn, int table, boolean create) {
        DbiFlags[] plain = create ? new DbiFlags[] {DbiFlags.MDB_CREATE} : new DbiFlags[] {};
        DbiFlags[] sorted = create
                ? new DbiFlags[] {DbiFlags.MDB_CREATE, DbiFlags.MDB_DUPSORT}
                : new DbiFlags[] {DbiFlags.MDB_DUPSORT};
        return new TableMaps(
                NativeMaps.open(environment, txn, RECORDS + table, plain),
                NativeMaps.open(environment, txn, ENTRIES + table, sorted));
    }

    /** Returns the number of the table that a native map belongs to, or -1 if it belongs to none. */
    public static int tableOf(String nativeName) {
        if (nativeName.matches("[ti]\\d{1,9}")) {
            return Integer.parseInt(nativeName.substring(1));
        }
        return -1;
    }
}
