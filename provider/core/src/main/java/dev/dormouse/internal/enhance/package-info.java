/**
 * What plain classes get at run time: generated accessors and readers of records, lazy references and, in {@code collection}, lazy collections.
 *
 * <p>Used by {@code layout} (state to and from records) and {@code context} (loading, cascading). Accessors and references are made once
 * per class, by any thread, and are immutable; an instance with its references and collections belongs to the thread of its persistence
 * context. A class that cannot be reached fails the start of its factory; a reference that cannot be loaded fails the call that needs it.
 */
@NullMarked
package dev.dormouse.internal.enhance;

import org.jspecify.annotations.NullMarked;
