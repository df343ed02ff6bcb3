/**
 * How the text becomes a tree and the tree a text: ANTLR grammars, readers from parse tree to nodes, printers.
 *
 * <p>Only {@code JpqlParser} and {@code JpqlPrinter} come in here. {@code JpqlTokens} and {@code JpqlGrammar} are generated from the
 * grammars of the same name and keep their prediction tables for all threads; everything else lives for one call. Every refusal is a
 * {@link dev.dormouse.jpql.ast.JpqlSyntaxException}.
 */
@NullMarked
package dev.dormouse.jpql.internal;

import org.jspecify.annotations.NullMarked;
