package dev.dormouse.store.writeset;

import dev.dormouse.store.Change;
import dev.dormouse.store.record.TableDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A transaction's flushed changes: for each table an overlay by primary key, and the conditions that hold without a change. One thread at a time. */
final class WriteSet {

    private static final long NONE = -1;
    private static final long SEVERAL = -2;

    /** A condition on a record that the transaction did not change. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Condition(TableDefinition table, byte[] key, Change.Guard guard, long snapshot) {}

    private final Spilling spilling;
    private @Nullable TableOverlay[] byTable = new TableOverlay[0];
    private final Map<Integer, TableOverlay> overlays = new TreeMap<>();
    private final List<Condition> conditions = new ArrayList<>();
    private long checkedVersion = NONE;
    private boolean needsHistory;

    WriteSet(MapStore store) {
        this.spilling = new Spilling(store);
    }

    /** Moves changes out of memory if there are too many. */
    void spill() {
        if (spilling.isOver()) {
            overlays.values().forEach(TableOverlay::spill);
        }
    }

    /** Gives back what is kept outside of the heap; the changes are gone. */
    void close() {
        spilling.close();
    }

    /** Tells whether there is nothing to commit. */
    boolean isEmpty() {
        return overlays.isEmpty() && conditions.isEmpty();
    }

    /** Returns what the transaction did to a table, or null. */
    @Nullable
    TableOverlay overlay(int table) {
        return table < byTable.length ? byTable[table] : null;
    }

    TableOverlay overlayForChange(TableDefinition table) {
        TableOverlay overlay = overlay(table.id());
        if (overlay == null) {
            overlay = new TableOverlay(table, spilling);
            overlays.put(table.id(), overlay);
            if (table.id() >= byTable.length) {
                byTable = Arrays.copyOf(byTable, table.id() + 8);
            }
            byTable[table.id()] = overlay;
        }
        return overlay;
    }

    /** Returns the touched tables in the order of their ids. */
    Iterable<TableOverlay> overlays() {
        return overlays.values();
    }

    List<Condition> conditions() {
        return conditions;
    }

    /** Notes that changes were checked against a state. */
    void checkedAgainst(long version) {
        checkedVersion = checkedVersion == NONE || checkedVersion == version ? version : SEVERAL;
    }

    /** Tells whether every change was checked against this state already. */
    boolean isCheckedAgainst(long version) {
        return checkedVersion == version;
    }

    /** Tells whether a record was seen in a snapshot that may be older than the next one, and must not have changed since. */
    boolean needsHistory() {
        return needsHistory;
    }

    void needHistory() {
        needsHistory = true;
    }

    void forgetViews() {
        overlays.values().forEach(TableOverlay::forgetViews);
    }
}
