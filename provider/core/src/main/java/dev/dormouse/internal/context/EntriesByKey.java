package dev.dormouse.internal.context;

import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.store.record.Key;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The entries of one context by key below a root entity: a hash table whose chains run through the entries themselves, so that one more costs no object. */
final class EntriesByKey {

    private static final int SMALLEST = 8;

    /** Of all tables that hold nothing, never written to. */
    private static final @Nullable EntityEntry[] EMPTY = new EntityEntry[1];

    private @Nullable EntityEntry[] table = EMPTY;
    private int size;

    private int place(EntityLayout root, Key key) {
        int hash = key.hashCode() * 31 + root.hashCode();
        return (hash ^ (hash >>> 16)) & (table.length - 1);
    }

    private int place(EntityEntry entry) {
        return place(entry.type().layout().root(), Objects.requireNonNull(entry.key()));
    }

    /** Returns the entry of a key; null if there is none. */
    @Nullable
    EntityEntry get(EntityLayout root, Key key) {
        EntityEntry entry = table[place(root, key)];
        while (entry != null
                && !(key.equals(entry.key()) && entry.type().layout().root() == root)) {
            entry = entry.nextInTable;
        }
        return entry;
    }

    /** Takes an entry in, whose key nobody has. */
    void add(EntityEntry entry) {
        if (table == EMPTY || size >= table.length) {
            grow();
        }
        link(entry);
        size++;
    }

    private void link(EntityEntry entry) {
        int place = place(entry);
        entry.nextInTable = table[place];
        table[place] = entry;
    }

    private void grow() {
        @Nullable EntityEntry[] before = table;
        table = new EntityEntry[Math.max(SMALLEST, before.length * 2)];
        for (EntityEntry chain : before) {
            EntityEntry entry = chain;
            while (entry != null) {
                EntityEntry next = entry.nextInTable;
                link(entry);
                entry = next;
            }
        }
    }

    /** Lets an entry go, if it is there. */
    void remove(EntityEntry entry) {
        int place = place(entry);
        EntityEntry before = null;
        EntityEntry at = table[place];
        while (at != null && at != entry) {
            before = at;
            at = at.nextInTable;
        }
        if (at == null) {
            return;
        }
        if (before == null) {
            table[place] = entry.nextInTable;
        } else {
            before.nextInTable = entry.nextInTable;
        }
        entry.nextInTable = null;
        size--;
    }

    /** Lets all go. */
    void clear() {
        table = EMPTY;
        size = 0;
    }
}
