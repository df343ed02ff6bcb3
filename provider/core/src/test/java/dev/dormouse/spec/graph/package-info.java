/** The entities of the tests of associations and ids. */
@NullMarked
package dev.dormouse.spec.graph;

import org.jspecify.annotations.NullMarked;
