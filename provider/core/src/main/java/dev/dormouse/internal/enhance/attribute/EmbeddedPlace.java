package dev.dormouse.internal.enhance.attribute;

import dev.dormouse.internal.mapping.model.AttributePath;

/**
 * What the states of all embeddables in one place of one entity class share. There is one for each place, so places are compared by identity. Immutable.
 *
 * @param entity the name of the entity
 * @param path the path of the embedded attribute from the entity
 * @param first the number of the embeddable's first attribute, among those of the entity and all embeddables in it
 * @param told which attributes of the embeddable tell of their accesses
 */
public record EmbeddedPlace(String entity, AttributePath path, int first, EnhancedFields told) {}
