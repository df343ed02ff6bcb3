/**
 * A cookie store, twice: as an entity and as a typed map, behind one interface. Cookies are found by id, by value, by who they belong to and by when they changed; each has an
 * age of its own, and one call purges those that are too old.
 */
@NullMarked
package dev.dormouse.examples.cookies;

import org.jspecify.annotations.NullMarked;
