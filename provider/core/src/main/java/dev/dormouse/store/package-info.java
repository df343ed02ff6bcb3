/**
 * The store SPI: what a place for data must do so that entities can live in it. {@code @Alpha} until 1.0.
 *
 * <p>A {@link dev.dormouse.store.StoreProvider} is found by the scheme of the URL; it opens a {@link dev.dormouse.store.Store}, which one or more
 * entity manager factories share; its {@link dev.dormouse.store.StoreTransaction}s each serve one session. Changes go in as lists of
 * {@link dev.dormouse.store.Change}, queries as {@link dev.dormouse.store.plan.Plan}s of which a store takes the largest subtree that it can.
 * Stores see nothing else of the engine. Failures are {@link dev.dormouse.store.StoreException}s.
 */
@NullMarked
package dev.dormouse.store;

import org.jspecify.annotations.NullMarked;
