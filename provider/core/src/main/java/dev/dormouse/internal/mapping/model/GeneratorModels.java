package dev.dormouse.internal.mapping.model;

import java.util.Map;

/**
 * The generators of a unit, by name; those that a {@code @GeneratedValue} implies are here too.
 *
 * @param sequences the sequence generators
 * @param tables the table generators
 */
public record GeneratorModels(Map<String, SequenceGeneratorModel> sequences, Map<String, TableGeneratorModel> tables) {

    public GeneratorModels {
        sequences = Map.copyOf(sequences);
        tables = Map.copyOf(tables);
    }
}
