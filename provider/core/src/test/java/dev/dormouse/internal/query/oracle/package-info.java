/**
 * Queries that are made at random together with what they mean: each part of a query is a text and a function over plain objects, written without any
 * code of the engine.
 */
@NullMarked
package dev.dormouse.internal.query.oracle;

import org.jspecify.annotations.NullMarked;
