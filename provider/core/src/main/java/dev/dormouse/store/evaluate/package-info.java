/**
 * Plan expressions compiled to code that reads {@link dev.dormouse.store.record.RecordView}s. Used by stores for the subtrees that they take
 * and by the engine for the rest.
 *
 * <p>A compiled expression has no state and may be shared by threads; a {@link dev.dormouse.store.evaluate.Frame} belongs to one execution on one thread.
 */
@NullMarked
package dev.dormouse.store.evaluate;

import org.jspecify.annotations.NullMarked;
