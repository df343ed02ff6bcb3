/** A room that breaks a law, for the test of the law. */
@NullMarked
package dev.dormouse.mongodb.architecture.planted.document;

import org.jspecify.annotations.NullMarked;
