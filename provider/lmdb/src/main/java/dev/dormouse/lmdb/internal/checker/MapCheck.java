package dev.dormouse.lmdb.internal.checker;

import dev.dormouse.lmdb.internal.file.ClosedFile;
import dev.dormouse.lmdb.internal.file.EntryVisitor;
import dev.dormouse.lmdb.internal.file.Findings;
import java.util.Map;

/** Knows what the entries of some maps must be that are no tables. */
public interface MapCheck {

    /** Tells whether a map is one of those. */
    boolean knows(String map);

    /** Sees the entries of the catalog, before any map. */
    default void catalog(Map<String, byte[]> entries) {}

    /** Returns who looks at the entries of a map in their order, and adds what is wrong to the findings, naming map and key. */
    EntryVisitor visitor(String map, Findings findings);

    /** Adds what is wrong between maps, when all were seen; they can be seen again. */
    default void finish(ClosedFile file, Findings findings) {}
}
