package dev.dormouse.internal.mapping.model;

import jakarta.persistence.DiscriminatorType;
import org.jspecify.annotations.Nullable;

/**
 * The discriminator of an entity (sections 11.1.12 and 11.1.13).
 *
 * @param column the column in the root's table
 * @param type the type of its values
 * @param value the value of this entity's rows: a {@code String}, {@code Character} or {@code Integer} after {@code type}; null for an
 *     abstract entity without a value
 */
public record DiscriminatorModel(ColumnModel column, DiscriminatorType type, @Nullable Object value) {}
