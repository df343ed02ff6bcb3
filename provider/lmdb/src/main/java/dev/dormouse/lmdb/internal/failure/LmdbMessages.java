package dev.dormouse.lmdb.internal.failure;

import dev.dormouse.failure.Message;

/** The messages of the LMDB store, DORM0800 to DORM0899. */
public final class LmdbMessages {

    public static final Message BAD_SETTING =
            new Message(800, "Setting %s has a bad value: '%s'. It must be %s. Correct the setting.");
    public static final Message CONTRADICTING_SETTINGS = new Message(
            801,
            "Store is open already with another value of %s: '%s', not '%s'. All factories of one JVM must agree on how a"
                    + " store is opened. Give both factories the same setting.");
    public static final Message OTHER_CLASS_LOADER = new Message(
            802,
            "Store is open in another class loader of this JVM: '%s'. One class loader of a JVM may open a store. Close the"
                    + " other application's factory first, or load the provider once, in a class loader that both share.");
    public static final Message OTHER_PROCESS = new Message(
            803,
            "Store is open for writing in another process: '%s'. One process at a time may write. Stop the other process, or"
                    + " open the store here with dormouse.lmdb.read-only=true.");
    public static final Message NO_FOLDER = new Message(
            804, "Folder does not exist: '%s'. A store that is opened for reading must exist. Correct the URL.");
    public static final Message NOT_A_FOLDER =
            new Message(805, "Path is not a folder: '%s'. The URL of a store must name a folder. Choose another path.");
    public static final Message NOT_WRITABLE = new Message(
            806,
            "Folder cannot be written: '%s'. A store needs a folder and files that this process may write. Change the"
                    + " permissions, choose another path, or open it with dormouse.lmdb.read-only=true.");
    public static final Message NOT_LMDB = new Message(
            807,
            "File is not an LMDB file: '%s'. The folder of a store must hold nothing else under this name. Choose another"
                    + " folder, or move the file away.");
    public static final Message NEWER_LMDB = new Message(
            808,
            "LMDB file has format %2$d: '%1$s'. This version of the binding reads format 1. Open it with the software that"
                    + " wrote it.");
    public static final Message TRUNCATED = new Message(
            809,
            "LMDB file is cut short: '%s'. Its index refers to page %d, but the file ends at page %d. Restore it from a"
                    + " backup.");
    public static final Message FOREIGN_LMDB = new Message(
            810,
            "LMDB file was not made by Dormouse: '%s'. A store must be empty or hold Dormouse's catalog. Choose another"
                    + " folder.");
    public static final Message NEWER_FORMAT = new Message(
            811,
            "Store has format %2$d: '%1$s'. This version of Dormouse reads formats up to %3$d. Open it with a newer"
                    + " version.");
    public static final Message READ_ONLY = new Message(
            812,
            "Store is open for reading: '%s'. A change needs a store that is open for writing. Remove"
                    + " dormouse.lmdb.read-only.");
    public static final Message MAP_FULL = new Message(
            813,
            "Memory map is full at its maximum: '%s' bytes. The data must fit into it. Raise dormouse.lmdb.max-map-size, or"
                    + " remove data. The transaction changed nothing.");
    public static final Message GROWTH_BLOCKED = new Message(
            814,
            "Memory map cannot grow while a snapshot is open: '%s'. All streams of this JVM must be closed within"
                    + " dormouse.lmdb.growth-timeout. Close the stream, or raise dormouse.lmdb.map-size. The transaction changed"
                    + " nothing.");
    public static final Message READERS_FULL = new Message(
            815,
            "All '%d' snapshots are in use, the oldest: '%s'. One must be free within %d ms. Close streams earlier, or raise"
                    + " dormouse.lmdb.max-readers.");
    public static final Message DISK_FULL = new Message(
            816,
            "Disk is full, a quota is used up, or the disk fails: '%s'. The store needs room to commit. Free some space and repeat the"
                    + " transaction; it changed nothing.");
    public static final Message INPUT_OUTPUT = new Message(
            817,
            "LMDB failed: '%s'. The file system must read and write without errors. See the cause, and check the disk.");
    public static final Message PANIC = new Message(
            818,
            "LMDB could not write its root page and has stopped: '%s'. The store must be opened again before it can be"
                    + " written. Close all factories of this store, make room on the disk, and open it again; what was committed"
                    + " before is there.");
    public static final Message TRANSACTION_TOO_BIG = new Message(
            819,
            "Transaction changes too many pages: '%s'. LMDB keeps the changes of one transaction in memory. Commit in smaller"
                    + " steps. The transaction changed nothing.");
    public static final Message TABLES_FULL = new Message(
            820,
            "Store has no room for another table: '%s'. It may have as many as dormouse.lmdb.max-tables says. Raise the"
                    + " setting.");
    public static final Message CLOSED =
            new Message(821, "Store is closed: '%s'. It must be open when it is used. Open it again.");
    public static final Message KEY_TOO_LONG = new Message(
            822,
            "Primary key is too long: %d bytes in table '%s'. LMDB keeps keys of at most %d bytes. Use a shorter key. The"
                    + " transaction changed nothing.");
    public static final Message CORRUPT_RECORD = new Message(
            823, "Record is corrupt: '%s' in table '%s'. %s. Run the checker and restore the record from a backup.");
    public static final Message WRITER_REENTERED = new Message(
            824,
            "Commit inside a commit of the same thread: '%s'. The writer of a store is held by this thread already. Commit"
                    + " after the first commit has returned.");
    public static final Message COMMIT_TIMEOUT = new Message(
            825,
            "Writer was not free in time: '%d' ms. A commit waits for the commits before it. Raise the timeout, or commit"
                    + " less at once. The transaction changed nothing.");
    public static final Message YOUNGER_TABLE = new Message(
            826,
            "Table was created after the snapshot of this transaction: '%s'. A transaction sees the tables that existed when"
                    + " its snapshot began. Begin a new transaction.");
    public static final Message UNKNOWN_CODEC = new Message(
            827,
            "Record codec is unknown: '%s' of table '%s'. It must be 'flatbuffers' or 'cbor'. Correct @Storage or"
                    + " dormouse.lmdb.codec.");
    public static final Message RECORD_FORMAT = new Message(
            828,
            "Record has an unknown format: '%d' in table '%s'. This version of Dormouse reads formats 1 and 2 in tables, 3 in"
                    + " typed maps. Run the checker, or open the store with a newer version.");
    public static final Message TRANSACTION_OVER =
            new Message(829, "Transaction is over: '%s'. It must be active. Begin a new one.");

    public static final Message MISSING_RECORD = new Message(
            830,
            "Index entry has no record: key '%s' of index '%s' of table '%s'. Every entry must have one. Run the checker and"
                    + " restore the store from a backup.");
    public static final Message MISSING_ENTRY = new Message(
            831,
            "Record has no index entry: key '%s' of index '%s' of table '%s'. Every record must have its entries. Run the"
                    + " checker and restore the store from a backup. The transaction changed nothing.");
    public static final Message CORRUPT_CATALOG =
            new Message(832, "Catalog is corrupt: '%s'. It must be readable. Restore the store from a backup.");

    public static final Message NUMBERS_EXHAUSTED = new Message(
            833,
            "Generator has no more numbers: '%s'. Numbers must fit into 64 bits. Use a generator that begins lower.");
    public static final Message NO_SEQUENCE =
            new Message(834, "Sequence does not exist: '%s'. It must be in the catalog. Create the schema.");

    public static final Message UNKNOWN_COMPRESSION = new Message(
            835,
            "Compression is unknown: '%s' of table '%s'. It must be 'none', 'zlib', 'snappy' or 'zstd'. Correct @Storage or"
                    + " dormouse.lmdb.compression.");
    public static final Message RECORD_COMPRESSION = new Message(
            836,
            "Record has an unknown compression: '%d' in table '%s'. This version of Dormouse reads 0 to 3. Run the checker, or"
                    + " open the store with a newer version.");

    public static final Message DAMAGED = new Message(
            837,
            "LMDB file is damaged: '%s', page %d. Every page must be as LMDB wrote it. Restore it from a backup; verifying the"
                    + " closed store tells what is damaged.");
    public static final Message OPEN_HERE = new Message(
            838,
            "Store is open in this JVM: '%s'. A file is verified while it is closed. Close all factories and databases of the"
                    + " store first, or use the checker of the open store.");
    public static final Message OLDER_FORMAT = new Message(
            839,
            "Store has format %2$d: '%1$s'. It was written by a development version before the first release, this one reads"
                    + " format %3$d. Import the data anew.");

    public static final Message WRITER_INTERRUPTED = new Message(
            840,
            "Thread was interrupted while it waited for the writer: '%s'. A commit waits for the commits before it. Repeat the"
                    + " transaction if the thread is to go on; it changed nothing.");

    private LmdbMessages() {}
}
