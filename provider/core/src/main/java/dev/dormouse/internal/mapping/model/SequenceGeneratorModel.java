package dev.dormouse.internal.mapping.model;

import org.jspecify.annotations.Nullable;

/**
 * A sequence generator (section 11.1.51).
 *
 * @param name the name in the persistence unit
 * @param sequence the name of the sequence
 * @param catalog its catalog, null for none
 * @param schema its schema, null for none
 * @param initialValue the first value
 * @param allocationSize how many values are taken at once
 */
public record SequenceGeneratorModel(
        String name,
        DatabaseName sequence,
        @Nullable DatabaseName catalog,
        @Nullable DatabaseName schema,
        int initialValue,
        int allocationSize) {}
