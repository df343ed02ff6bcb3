/** Tests of the query language: tables of accepted and refused texts, trees, properties of the printer, limits. */
@NullMarked
package dev.dormouse.jpql;

import org.jspecify.annotations.NullMarked;
