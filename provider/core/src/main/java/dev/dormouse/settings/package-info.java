/**
 * Every setting and hint of the provider, its default, and the check that a map of properties contains nothing that is misspelt.
 *
 * <p>Called once when a factory is made, and by whoever reads one value; immutable and thread-safe. Sees only {@code failure}. What is
 * wrong is a {@link jakarta.persistence.PersistenceException} that names the key, the value and the nearest right name.
 */
@NullMarked
package dev.dormouse.settings;

import org.jspecify.annotations.NullMarked;
