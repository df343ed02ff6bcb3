/**
 * All flights that left New York City in 2013: imported through Jakarta Persistence, asked ten questions in its query language, changed in
 * one unit of work. Nothing here but {@link dev.dormouse.examples.flights.PlanPrinter} knows which provider runs.
 */
@NullMarked
package dev.dormouse.examples.flights;

import org.jspecify.annotations.NullMarked;
