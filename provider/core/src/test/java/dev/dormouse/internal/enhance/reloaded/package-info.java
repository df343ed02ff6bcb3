/** An application that is loaded by class loaders of its own. */
@NullMarked
package dev.dormouse.internal.enhance.reloaded;

import org.jspecify.annotations.NullMarked;
