/** The entities of the tests of versions, locks and callbacks. */
@NullMarked
package dev.dormouse.spec.versioned;

import org.jspecify.annotations.NullMarked;
