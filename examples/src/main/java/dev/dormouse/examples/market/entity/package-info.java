/**
 * The market data as entities: the same trades as in the typed maps, under keys of market, moment and number, asked in JPQL. Run by one thread; a failure ends the program.
 */
@NullMarked
package dev.dormouse.examples.market.entity;

import org.jspecify.annotations.NullMarked;
