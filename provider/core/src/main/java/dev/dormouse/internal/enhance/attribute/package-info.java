/**
 * What is known of the attributes of enhanced instances: which wait to be loaded, which were assigned.
 *
 * <p>Made by {@code context} when it hydrates an instance or has inserted it; asked by {@code layout} when it compares, called by the
 * instance's own bytecode. Belongs to the thread of the persistence context. What cannot be loaded any more fails the access.
 */
@NullMarked
package dev.dormouse.internal.enhance.attribute;

import org.jspecify.annotations.NullMarked;
