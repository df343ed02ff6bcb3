/**
 * What can go wrong on MongoDB, in words (DORM0900 to DORM0999), and the one mapper from errors of the driver to them. Seen by every room; thread-safe.
 */
@NullMarked
package dev.dormouse.mongodb.internal.failure;

import org.jspecify.annotations.NullMarked;
