/**
 * The associations that Jakarta Persistence knows, each with its entities, the documents that MongoDB keeps for them, and a query.
 */
@NullMarked
package dev.dormouse.examples.associations;

import org.jspecify.annotations.NullMarked;
