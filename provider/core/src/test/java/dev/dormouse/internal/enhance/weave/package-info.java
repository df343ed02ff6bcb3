@NullMarked
package dev.dormouse.internal.enhance.weave;

import org.jspecify.annotations.NullMarked;
