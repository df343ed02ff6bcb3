package dev.dormouse.internal.context;

import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.store.record.Key;
import org.jspecify.annotations.Nullable;

/** The entries of one context by key below a root entity: a hash table whose chains run through the entries themselves, so that one more costs no object. */
final class EntriesByKey {

    private static final int SMALLEST = 8;

    /** Of all tables that hold nothing, never written to. */
    private static final @Nullable EntityEntry[] EMPTY = new EntityEntry[1];

    private @Nullable EntityEntry[] table = EMPTY;
    private int size;

    private static int hash(EntityLayout root, Key key) {
        int hash = key.hashCode() * 31 + root.hashCode();
        return hash ^ (hash >>> 16);
    }

    /** Returns the entry of a key; null if there is none. */
    @Nullable
    EntityEntry get(EntityLayout root, Key key) {
        return get(hash(root, key), root, key);
    }

    private @Nullable EntityEntry get(int hash, EntityLayout root, Key key) {
        EntityEntry entry = table[hash & (table.length - 1)];
        while (entry != null
                && !(entry.hashInTable == hash
                        && key.equals(entry.key())
                        && entry.type().layout().root() == root)) {
            entry = entry.nextInTable;
        }
        return entry;
    }

    /** Takes an entry in under its key; returns another one that has the key, and then does nothing, or null. */
    @Nullable
    EntityEntry add(EntityEntry entry, Key key) {
        EntityLayout root = entry.type().layout().root();
        int hash = hash(root, key);
        EntityEntry other = get(hash, root, key);
        if (other != null) {
            return other;
        }
        if (table == EMPTY || size >= table.length) {
            grow();
        }
        entry.hashInTable = hash;
        link(entry);
        size++;
        return null;
    }

    private void link(EntityEntry entry) {
        int place = entry.hashInTable & (table.length - 1);
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
        int place = entry.hashInTable & (table.length - 1);
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
