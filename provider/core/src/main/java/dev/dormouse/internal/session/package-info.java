/**
 * The entity manager factory, entity managers and queries as the application sees them: thin facades that check what the specification checks and hand on.
 *
 * <p>A factory is used by any thread, an entity manager and its queries by one at a time. Every failure of a method that is not excepted by the
 * specification (section 3.12) marks the active transaction for rollback. What is not built yet is refused by name.
 */
@NullMarked
package dev.dormouse.internal.session;

import org.jspecify.annotations.NullMarked;
