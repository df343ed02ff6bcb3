/**
 * The Jakarta Persistence 3.2 query language: text to a sealed tree of records with positions, and back.
 *
 * <p>Knows no persistence API and no provider type. Thread-safe: every entry point is a pure function.
 */
@NullMarked
package dev.dormouse.jpql;

import org.jspecify.annotations.NullMarked;
