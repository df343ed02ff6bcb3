/**
 * Reads what was written about classes: their class files with annotations now, orm.xml later.
 *
 * <p>No class of the application is loaded, its class files are read through the loader's resources; so the same code serves a factory,
 * a container's transformer and a build plugin. Called by {@code mapping.resolve} and {@code bootstrap}, on one thread at a time. A class
 * that is not there is an empty answer; a class file that cannot be read is a persistence exception.
 */
@NullMarked
package dev.dormouse.internal.mapping.source;

import org.jspecify.annotations.NullMarked;
