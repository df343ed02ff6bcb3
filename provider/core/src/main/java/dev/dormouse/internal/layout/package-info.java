/**
 * Where the state of entities lies in tables, and its way there and back.
 *
 * <p>{@link dev.dormouse.internal.layout.UnitLayout} says which tables a unit wants (for {@code schema}) and, bound to a catalog, gives an
 * {@link dev.dormouse.internal.layout.EntityLayout} for each entity: to {@code context} keys, hydration and changes, to {@code query}
 * the location of every attribute. The rest of the engine sees attribute paths; this room alone knows fields. Immutable and thread-safe
 * once bound. A mapping that a layout cannot hold fails the start, with all others; a value that a store cannot hold fails its flush.
 */
@NullMarked
package dev.dormouse.internal.layout;

import org.jspecify.annotations.NullMarked;
