/** The laws between the rooms of this module, each proved by a planted violation. */
@NullMarked
package dev.dormouse.mongodb.architecture;

import org.jspecify.annotations.NullMarked;
