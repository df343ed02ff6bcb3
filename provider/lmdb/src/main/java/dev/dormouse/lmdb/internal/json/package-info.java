/**
 * How single values look in JSON: one form a class, from which an equal value is made. Called by the types of keys and of values. Stateless; JSON that is no value of the
 * form is an {@link java.io.IOException}.
 */
@NullMarked
package dev.dormouse.lmdb.internal.json;

import org.jspecify.annotations.NullMarked;
