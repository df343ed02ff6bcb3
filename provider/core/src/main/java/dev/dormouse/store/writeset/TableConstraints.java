package dev.dormouse.store.writeset;

import dev.dormouse.store.Change.FieldChange;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.catalog.Reference;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.TableDefinition;
import java.util.BitSet;
import java.util.List;

/** What the records of a table can contradict, put together once for all that a flush changes. */
final class TableConstraints {

    private final TableDefinition table;
    private final List<IndexDefinition> unique;
    private final List<Reference> outgoing;
    private final List<Reference> incoming;

    /** The fields of the record itself in which, or below which, something is constrained. */
    private final BitSet fields = new BitSet();

    TableConstraints(TableDefinition table, Catalog catalog) {
        this.table = table;
        this.unique = table.indexes().stream().filter(IndexDefinition::unique).toList();
        this.outgoing = catalog.outgoing(table.id());
        this.incoming = catalog.incoming(table.id());
        unique.forEach(index -> index.parts().forEach(part -> add(part.path())));
        outgoing.forEach(reference -> reference.foreignKey().paths().forEach(this::add));
        incoming.forEach(reference -> reference.targetPaths().forEach(this::add));
    }

    private void add(FieldPath path) {
        fields.set(path.ordinal(0));
    }

    TableDefinition table() {
        return table;
    }

    List<IndexDefinition> unique() {
        return unique;
    }

    List<Reference> outgoing() {
        return outgoing;
    }

    List<Reference> incoming() {
        return incoming;
    }

    /** Tells whether changed fields may be in a constraint of their table or of one that refers to it. */
    boolean mayContradict(List<FieldChange> changes) {
        for (int i = 0; i < changes.size(); i++) {
            if (fields.get(changes.get(i).path().ordinal(0))) {
                return true;
            }
        }
        return false;
    }
}
