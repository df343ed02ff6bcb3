/**
 * The collections that entities hold: JDK lists, sets and maps that load themselves when they must, and know what changed.
 *
 * <p>Made by {@code context} when it hydrates an owner or takes a new one; used by the application on the thread of the persistence
 * context. They know neither tables nor queries: a {@link dev.dormouse.internal.enhance.collection.CollectionLoader} answers for them.
 * Once their context is gone, what is loaded stays and is an ordinary collection; what is not loaded fails clearly.
 */
@NullMarked
package dev.dormouse.internal.enhance.collection;

import org.jspecify.annotations.NullMarked;
