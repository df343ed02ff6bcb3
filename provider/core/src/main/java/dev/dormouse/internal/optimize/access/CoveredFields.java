package dev.dormouse.internal.optimize.access;

import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.KeyDecoder;
import dev.dormouse.store.type.BasicType;
import java.util.Collection;
import java.util.List;

/** Tells which fields of a record stand in an entry of an index, from which they can be read as they are in the record. */
public final class CoveredFields {

    private CoveredFields() {}

    /**
     * Tells whether all of some fields stand there.
     *
     * @param primaryKey the primary key of the table, which every entry has
     */
    public static boolean contain(Collection<FieldPath> read, IndexDefinition index, List<FieldPath> primaryKey) {
        return index.parts().stream().noneMatch(part -> part.path().isArray())
                && read.stream()
                        .allMatch(path -> path.type() instanceof BasicType type
                                && KeyDecoder.isExact(type)
                                && (primaryKey.contains(path)
                                        || index.parts().stream()
                                                .anyMatch(part -> part.path().equals(path))));
    }
}
