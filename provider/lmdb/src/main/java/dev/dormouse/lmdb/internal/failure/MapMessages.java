package dev.dormouse.lmdb.internal.failure;

import dev.dormouse.failure.Message;

/** The messages of the typed maps, DORM1100 to DORM1199. */
public final class MapMessages {

    public static final Message NEWER_VALUE = new Message(
            1100,
            "Value has a newer version: '%d' in map '%s'. This program declares version %d. Open the map with the program that"
                    + " wrote it, or raise the version of the descriptor.");
    public static final Message TWICE_THE_UUID = new Message(
            1101,
            "Two maps have one UUID: '%s', map '%s' and map '%s'. A UUID stands for one map for ever. Give one of them a new"
                    + " UUID.");
    public static final Message OTHER_TYPE = new Message(
            1102,
            "Map '%s' has another %s under its UUID: '%s', but map '%s' declares '%s'. The type of a map never changes. Declare"
                    + " a map with a new UUID and copy the rows.");
    public static final Message TWICE_THE_NAME = new Message(
            1103, "Two maps have one name: '%s', UUID %s and UUID %s. Names must differ. Rename one of them.");
    public static final Message NOT_OPEN = new Message(
            1104,
            "Map is not open: '%s'. A map must be opened before it is used. Call LmdbDatabase.open with it first.");
    public static final Message OTHER_INDEX = new Message(
            1105,
            "Index '%s' of map '%s' is stored otherwise: %s, but declared as %s. An index never changes its form. Detach it and"
                    + " attach it again.");
    public static final Message UNDECLARED_INDEX = new Message(
            1106,
            "Map '%s' cannot be written: its index '%s' is not declared. An index is kept by every program that writes. Declare"
                    + " it in the descriptor, or detach it.");
    public static final Message NO_INDEX =
            new Message(1107, "Index does not exist: '%s' of map '%s'. It must be attached. Attach it first.");
    public static final Message KEY_TOO_LONG = new Message(
            1108,
            "Key is too long: %d bytes for %s '%s'. LMDB keeps at most %d bytes. Use a shorter key. Nothing was written.");
    public static final Message COVERED_TOO_LONG = new Message(
            1109,
            "Covered values are too long: %d bytes with the primary key for index '%s' of map '%s'. LMDB keeps at most %d bytes."
                    + " Cover less. Nothing was written.");
    public static final Message NULL_INDEX_KEY = new Message(
            1110,
            "Index key is null: index '%s' of map '%s'. An index that is not nullable needs a key for every row. Declare it"
                    + " nullable, or give the row a key. Nothing was written.");
    public static final Message DUPLICATE = new Message(
            1111,
            "Unique index has this key already: '%s' of index '%s' of map '%s'. Each key stands for one row. Choose another key."
                    + " Nothing was written.");
    public static final Message ROW_CHANGED = new Message(
            1112,
            "Row was changed by another transaction: '%s' of map '%s'. A buffered transaction commits only if nobody changed its"
                    + " rows. Repeat the transaction; it changed nothing.");
    public static final Message WRONG_THREAD = new Message(
            1113,
            "Transaction is used by another thread: '%s'. It belongs to thread '%s'. Begin a transaction on each thread.");
    public static final Message TRANSACTION_OVER =
            new Message(1114, "Transaction is over: '%s'. It must be active. Begin a new one.");
    public static final Message NESTED_ACTIVE = new Message(
            1115, "Transaction waits for a nested one: '%s'. Only the innermost is used. End the nested one first.");
    public static final Message READ_ONLY_TRANSACTION = new Message(
            1116, "Transaction only reads: '%s'. A change needs one that writes. Use write or writeBuffered.");
    public static final Message VIRTUAL_WRITER = new Message(
            1117,
            "A virtual thread cannot hold the writer: '%s'. LMDB ties it to an operating system thread. Use writeBuffered, or a"
                    + " platform thread.");
    public static final Message MAP_HAS_GROWN = new Message(
            1118,
            "Memory map was full: '%s'. It has grown, but the transaction was undone. Begin it again; it changed nothing.");
    public static final Message OPEN_TRANSACTIONS = new Message(
            1119,
            "Database cannot be closed: '%s' has %s. Its transactions must end first. End them, then close it again.");
    public static final Message NOT_ASCENDING = new Message(
            1120,
            "Key is not above the last one: '%s' of map '%s'. Rows are appended in order. Sort them, or put them.");
    public static final Message CURSOR_OVER =
            new Message(1121, "Selection is over: '%s'. It must be open. Select again.");
    public static final Message NO_NESTED = new Message(
            1122,
            "Nested transaction is not possible: '%s'. LMDB has none where it writes into its memory map. Open the database without"
                    + " dormouse.lmdb.write-map.");
    public static final Message SETS_ARE_INDEXED_BY_MEMBER = new Message(
            1123,
            "Index does not fit the values of its map: '%s' of map '%s', whose values are '%s'. Maps of sets have indexes on"
                    + " members, and no others have such. Declare it by MapIndex.ofMembers with the type of the sets, or by another"
                    + " one for other values.");
    public static final Message NO_SET = new Message(
            1124,
            "Map holds no sets: '%s', its values are '%s'. Members are those of sets. Declare a set as value type.");
    public static final Message BAD_DUMP =
            new Message(1125, "Dump cannot be read: line %d, '%s'. It must be one that dump wrote. Dump again.");
    public static final Message FOLDER_IN_USE =
            new Message(1126, "Folder is not empty: '%s'. A copy needs a new or empty folder. Choose another one.");
    public static final Message YOUNGER_INDEX = new Message(
            1127,
            "Index was attached after the snapshot of this transaction: '%s' of map '%s'. It sees what there was when it began."
                    + " Begin a new transaction.");
    public static final Message UNKNOWN_MAP = new Message(
            1128, "Dump has a map that is not open: '%s'. Its rows need a type. Open the map before loading.");
    public static final Message STILL_OPEN =
            new Message(1129, "Database is still open: '%s'. It must be closed by everybody. Close it first.");
    public static final Message CANNOT_REPEAT = new Message(
            1130, "Index is attached twice: '%s' of map '%s'. Names of indexes must differ. Choose another name.");
    public static final Message NO_TABLE =
            new Message(1131, "Table does not exist: '%s'. It must be in the catalog. Create the schema.");

    public static final Message INDEXES_CHANGED = new Message(
            1132,
            "Indexes of a map were changed by another transaction: '%s'. A buffered transaction keeps the indexes that were there"
                    + " when it began. Repeat the transaction; it changed nothing.");

    public static final Message TABLE_NEEDS_BUFFER = new Message(
            1133,
            "Table cannot be used here: '%s'. Tables of entities need a transaction with a write set. Use writeBuffered, or the"
                    + " transaction of an entity manager.");
    public static final Message NO_COLUMN = new Message(
            1134, "Table has no field of this name: '%s' in table '%s'. It must be one of %s. Correct the name.");
    public static final Message WRONG_KEY = new Message(
            1135,
            "Key has %d parts, but table '%s' has %d. Each part of the primary key is needed, in its order. Pass all.");

    public static final Message UUID_OF_TABLE = new Message(
            1136,
            "Table and map have one UUID: '%s', table '%s' and map '%s'. A UUID stands for one of them for ever. Give one of them"
                    + " a new UUID.");

    private MapMessages() {}
}
