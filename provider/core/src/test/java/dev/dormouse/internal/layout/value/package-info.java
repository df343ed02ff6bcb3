@NullMarked
package dev.dormouse.internal.layout.value;

import org.jspecify.annotations.NullMarked;
