/**
 * Applies the defaults of the specification: what was written becomes the model.
 *
 * <p>{@link dev.dormouse.internal.mapping.resolve.MappingResolver} is the way in, called by {@code bootstrap} (and by a build plugin) on
 * one thread. It runs the rules, resolves what they left whole, and reports all failures of the unit in one persistence exception.
 */
@NullMarked
package dev.dormouse.internal.mapping.resolve;

import org.jspecify.annotations.NullMarked;
