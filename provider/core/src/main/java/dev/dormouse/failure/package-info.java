/**
 * What goes wrong, in words: the message catalogues with stable ids, and the collector that reports all failures of a mapping at once.
 *
 * <p>Every room may see this one; it sees none. A message has the form {@code problem: 'value'. requirement. remedy.} and an id
 * that never changes its meaning. Ranges of ids: 0001-0099 settings and bootstrap, 0100-0399 mapping, 0400-0499 life cycle and
 * persistence context, 0500-0599 transactions and locks, 0600-0699 queries (naming, typing, parameters, results), 0700-0799 records,
 * keys and catalog, 0800-0899 LMDB, 0900-0999 MongoDB, 1000-1099 what is not supported yet, 1100-1199 typed maps.
 *
 * <p>Three kinds are never mixed: the user's mistake is the exception that the specification names, with a catalogued message; what is not
 * supported is an {@link java.lang.UnsupportedOperationException} or a persistence exception that names the feature; a broken
 * invariant is an {@link java.lang.AssertionError}.
 */
@NullMarked
package dev.dormouse.failure;

import org.jspecify.annotations.NullMarked;
