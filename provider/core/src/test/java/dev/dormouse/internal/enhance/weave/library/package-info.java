/** Entities, and what is asked of them, to be loaded plain and enhanced. */
@NullUnmarked
package dev.dormouse.internal.enhance.weave.library;

import org.jspecify.annotations.NullUnmarked;
