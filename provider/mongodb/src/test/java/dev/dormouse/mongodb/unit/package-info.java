/** Persistence units for the tests of this module: each test on a database of its own, every command to the server recorded. */
@NullMarked
package dev.dormouse.mongodb.unit;

import org.jspecify.annotations.NullMarked;
