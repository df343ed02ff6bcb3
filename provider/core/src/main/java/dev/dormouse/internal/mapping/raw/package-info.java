/**
 * What was written about the classes of a persistence unit, with its location, before any default is applied.
 *
 * <p>A source (annotations now, orm.xml later) describes classes as {@link dev.dormouse.internal.mapping.raw.RawClass}; a
 * {@link dev.dormouse.internal.mapping.raw.RawUnit} knows which of them are managed, which members are persistent under their access
 * type, and what inherited type variables stand for. Used by one thread while a factory starts; never fails for what a user wrote.
 */
@NullMarked
package dev.dormouse.internal.mapping.raw;

import org.jspecify.annotations.NullMarked;
