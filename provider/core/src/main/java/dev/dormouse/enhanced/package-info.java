/**
 * What the bytecode of enhanced classes links to; nothing here is for applications to call.
 *
 * <p>The build plugin, or the transformer of a container, makes entity classes, mapped superclasses and embeddable classes implement {@link
 * dev.dormouse.enhanced.EnhancedEntity}, and puts a call of {@link dev.dormouse.enhanced.AttributeState} before each access of a
 * persistent field. Runs on whatever thread touches the instance, which should be that of its persistence context. State that cannot be
 * loaded any more fails the access, as it does for plain classes.
 */
@NullMarked
package dev.dormouse.enhanced;

import org.jspecify.annotations.NullMarked;
