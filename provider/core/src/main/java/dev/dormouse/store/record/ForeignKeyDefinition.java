package dev.dormouse.store.record;

import java.util.List;

/**
 * A reference that the store checks in both directions: at the end of a flush and at commit each referring record finds its target,
 * and no target goes while it is referred to. A reference with a null part refers to nothing.
 *
 * @param name its name, unique within the table
 * @param paths the referring fields
 * @param target the name of the table referred to
 * @param targetPaths the fields referred to, by name: the primary key of the target, or a unique index of it
 */
public record ForeignKeyDefinition(String name, List<FieldPath> paths, String target, List<String> targetPaths) {

    /** Copies the lists. */
    public ForeignKeyDefinition {
        paths = List.copyOf(paths);
        targetPaths = List.copyOf(targetPaths);
    }
}
