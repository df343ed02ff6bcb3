/**
 * How a persistence unit starts: reads {@code persistence.xml} or another description, finds the classes, and composes the factory by constructors.
 *
 * <p>Called by {@code DormousePersistenceProvider} only, on the thread that makes a factory; sees every room, and none but the provider sees it. What
 * the description asks for and is not built yet is refused with its name; a failure closes what was opened and is a
 * {@code PersistenceException}.
 */
@NullMarked
package dev.dormouse.internal.bootstrap;

import org.jspecify.annotations.NullMarked;
