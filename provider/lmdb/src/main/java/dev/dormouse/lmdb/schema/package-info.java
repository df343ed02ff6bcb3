/**
 * How maps are declared: a descriptor of each map with its UUID, types and compression, its indexes, and schemas, which group maps.
 *
 * <p>Made by the application, usually as constants, and handed to {@code LmdbDatabase}. Everything here is immutable once it is made and may be used on any thread. What makes no sense by
 * itself is an {@link java.lang.IllegalArgumentException}; what contradicts a database is told when a map is opened.
 */
@NullMarked
package dev.dormouse.lmdb.schema;

import org.jspecify.annotations.NullMarked;
