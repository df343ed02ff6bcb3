/**
 * The tree of a query: sealed families of immutable records, one for each construct of the language.
 *
 * <p>Written by the parser, read by whoever compiles a query; two trees are equal when they say the same, wherever it was written.
 * Nothing is resolved here: which names are entities, variables, attributes, enum constants or result variables is decided by
 * the reader. Safe on any thread. Constructors refuse what no text can say, by {@link java.lang.IllegalArgumentException}.
 */
@NullMarked
package dev.dormouse.jpql.ast;

import org.jspecify.annotations.NullMarked;
