package dev.dormouse.lmdb.internal.map;

import dev.dormouse.lmdb.internal.binding.NativeMap;
import dev.dormouse.lmdb.internal.binding.NativeTransaction;

/**
 * The two native maps of a table or of a typed map.
 *
 * @param records primary key to record
 * @param entries index number and index key to primary keys
 */
public record TableMaps(NativeMap records, NativeMap entries) {

    private static final String RECORDS = "t";
    private static final String ENTRIES = "i";
    private static final String TYPED_RECORDS = "m";
    private static final String TYPED_ENTRIES = "x";

    /** Opens the maps of a table in a transaction, whose end without commit closes them. They stay open as long as the environment. */
    public static TableMaps open(NativeTransaction transaction, int table, boolean create) {
        return new TableMaps(
                transaction.map(records(table), create, false), transaction.map(entries(table), create, true));
    }

    /** Returns the native name of the map of a table's records. */
    public static String records(int table) {
        return RECORDS + table;
    }

    /** Returns the native name of the map of a table's index entries. */
    public static String entries(int table) {
        return ENTRIES + table;
    }

    /** Opens the maps of a typed map in a transaction, as {@link #open} does. */
    public static TableMaps openTyped(NativeTransaction transaction, int map, boolean create) {
        return new TableMaps(
                transaction.map(TYPED_RECORDS + map, create, false),
                transaction.map(TYPED_ENTRIES + map, create, true));
    }

    /** Returns the number of the table that a native map belongs to, or -1 if it belongs to none. */
    public static int tableOf(String nativeName) {
        if (nativeName.matches("[ti]\\d{1,9}")) {
            return Integer.parseInt(nativeName.substring(1));
        }
        return -1;
    }

    /** Returns the name of the native map that holds the rows of a typed map. */
    public static String typedRecords(int map) {
        return TYPED_RECORDS + map;
    }

    /** Returns the name of the native map that holds the index entries of a typed map and the members of its sets. */
    public static String typedEntries(int map) {
        return TYPED_ENTRIES + map;
    }

    /** Tells whether a native map holds the rows of a typed map. */
    public static boolean isTypedRecords(String nativeName) {
        return nativeName.matches(TYPED_RECORDS + "\\d{1,9}");
    }

    /** Tells whether a native map holds the entries of a typed map. */
    public static boolean isTypedEntries(String nativeName) {
        return nativeName.matches(TYPED_ENTRIES + "\\d{1,9}");
    }
}
