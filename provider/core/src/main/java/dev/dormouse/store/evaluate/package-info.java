/**
 * What plan expressions become: evaluators that read {@link dev.dormouse.store.record.RecordView}s in a frame. Run by stores for the subtrees that
 * they take and by the engine for the rest; made by {@code compile}, with the functions of {@code function}.
 *
 * <p>A compiled expression has no state and may be shared by threads; a {@link dev.dormouse.store.evaluate.Frame} belongs to one execution on one thread.
 */
@NullMarked
package dev.dormouse.store.evaluate;

import org.jspecify.annotations.NullMarked;
