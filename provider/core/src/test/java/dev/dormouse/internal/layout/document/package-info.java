@NullMarked
package dev.dormouse.internal.layout.document;

import org.jspecify.annotations.NullMarked;
