@NullMarked
package dev.dormouse.internal.layout;

import org.jspecify.annotations.NullMarked;
