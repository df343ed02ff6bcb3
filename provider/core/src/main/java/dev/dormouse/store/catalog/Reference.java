package dev.dormouse.store.catalog;

import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.ForeignKeyDefinition;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.IndexPart;
import dev.dormouse.store.record.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A foreign key with both its tables, and the ways to find one side from the other.
 *
 * @param source the referring table
 * @param foreignKey the reference
 * @param target the table referred to
 * @param targetPaths the fields referred to, one for each referring field
 * @param targetIndex the unique index that finds the target; none if the primary key does
 * @param targetOrder for each part of the target's key or index: which of the referring fields it equals
 * @param sourceIndex the index that finds those who refer, beginning with the referring fields; none if the primary key does, or nothing
 * @param sourceOrder for each part of the source's index or primary key that is bound: which of the referring fields it is; empty if nothing finds them
 */
public record Reference(
        TableDefinition source,
        ForeignKeyDefinition foreignKey,
        TableDefinition target,
        List<FieldPath> targetPaths,
        Optional<IndexDefinition> targetIndex,
        List<Integer> targetOrder,
        Optional<IndexDefinition> sourceIndex,
        List<Integer> sourceOrder) {

    /**
     * Resolves a reference.
     *
     * @return the reference, or nothing if the target has neither a primary key nor a unique index of exactly these fields, of the same types
     */
    static Optional<Reference> resolve(
            TableDefinition source, ForeignKeyDefinition foreignKey, TableDefinition target) {
        List<FieldPath> paths =
                foreignKey.targetPaths().stream().map(target::path).toList();
        Optional<IndexDefinition> targetIndex = Optional.empty();
        List<Integer> targetOrder = order(target.primaryKey(), paths);
        if (targetOrder.size() != paths.size() || target.primaryKey().size() != paths.size()) {
            targetIndex = target.indexes().stream()
                    .filter(index -> index.unique() && index.parts().size() == paths.size())
                    .filter(index -> order(paths(index), paths).size() == paths.size())
                    .findFirst();
            if (targetIndex.isEmpty()) {
                return Optional.empty();
            }
            targetOrder = order(paths(targetIndex.get()), paths);
        }
        int count = paths.size();
        Optional<IndexDefinition> sourceIndex = source.indexes().stream()
                .filter(index -> order(paths(index), foreignKey.paths()).size() == count)
                .findFirst();
        List<Integer> sourceOrder =
                order(sourceIndex.map(Reference::paths).orElse(source.primaryKey()), foreignKey.paths());
        return Optional.of(new Reference(
                source,
                foreignKey,
                target,
                paths,
                targetIndex,
                targetOrder,
                sourceIndex,
                sourceOrder.size() == count ? sourceOrder : List.of()));
    }

    private static List<FieldPath> paths(IndexDefinition index) {
        return index.parts().stream().map(IndexPart::path).toList();
    }

    /** For the first parts of a key, as many as there are fields, the place of each among the fields; fewer if another part comes between. */
    private static List<Integer> order(List<FieldPath> parts, List<FieldPath> fields) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < Math.min(parts.size(), fields.size()) && fields.contains(parts.get(i)); i++) {
            order.add(fields.indexOf(parts.get(i)));
        }
        return order;
    }
}
