@NullMarked
package dev.dormouse.internal.enhance.elsewhere;

import org.jspecify.annotations.NullMarked;
