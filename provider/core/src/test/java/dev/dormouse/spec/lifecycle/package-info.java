/** The entities of the tests of life cycles and cascades. */
@NullMarked
package dev.dormouse.spec.lifecycle;

import org.jspecify.annotations.NullMarked;
