package dev.dormouse.internal.mapping.model;

import jakarta.persistence.GenerationType;
import org.jspecify.annotations.Nullable;

/**
 * How an id value is generated ({@code @GeneratedValue}, section 11.1.20).
 *
 * @param strategy the strategy; never {@code AUTO}, which stands as {@code UUID} for a UUID or String id and as {@code SEQUENCE} for a
 *     number (or as what the named generator is)
 * @param generator the name of the sequence or table generator in the unit; null for {@code UUID} and {@code IDENTITY}
 */
public record GenerationModel(GenerationType strategy, @Nullable String generator) {}
