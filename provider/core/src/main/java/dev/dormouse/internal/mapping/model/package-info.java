/**
 * The resolved mapping of a persistence unit: immutable, complete, every default of the specification applied.
 *
 * <p>Built once by {@code mapping.resolve} when a factory starts (or when a build plugin runs), then read by any thread. Types are
 * named ({@link dev.dormouse.internal.mapping.model.TypeName}), never loaded. Entities refer to one another by entity name, looked
 * up in {@link dev.dormouse.internal.mapping.model.PersistenceUnitModel}, which is where a reader starts. Nothing here fails for a
 * user's mistake, those are found while resolving: a look-up of something that is not there is an {@link java.lang.AssertionError},
 * the {@code find} methods answer with an empty {@link java.util.Optional}.
 *
 * <p>Enumerations of the specification ({@code CascadeType}, {@code FetchType}, ...) are used as they are.
 */
@NullMarked
package dev.dormouse.internal.mapping.model;

import org.jspecify.annotations.NullMarked;
