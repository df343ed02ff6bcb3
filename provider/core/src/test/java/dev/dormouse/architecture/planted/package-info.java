/** Classes that break the laws on purpose, to prove that the tests notice. */
@NullMarked
package dev.dormouse.architecture.planted;

import org.jspecify.annotations.NullMarked;
