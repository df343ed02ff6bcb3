/**
 * What a query tells of itself beyond the specification. A leaf: sees nothing of the house. Reached by {@code query.unwrap(QueryExplanation.class)}.
 */
@NullMarked
package dev.dormouse.query;

import org.jspecify.annotations.NullMarked;
