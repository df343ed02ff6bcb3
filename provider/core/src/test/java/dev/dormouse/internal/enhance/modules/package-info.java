/** An application that is a named module, in a JVM of its own. */
@NullMarked
package dev.dormouse.internal.enhance.modules;

import org.jspecify.annotations.NullMarked;
