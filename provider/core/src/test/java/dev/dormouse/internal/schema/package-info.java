@NullMarked
package dev.dormouse.internal.schema;

import org.jspecify.annotations.NullMarked;
