/**
 * The provider that {@code persistence.xml} names: {@link dev.dormouse.DormousePersistenceProvider}.
 *
 * <p>Found by the service loader; called by {@code jakarta.persistence.Persistence} or by a container, on any thread. Nothing of the house sees it.
 */
@NullMarked
package dev.dormouse;

import org.jspecify.annotations.NullMarked;
