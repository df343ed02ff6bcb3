/**
 * Market data in typed maps, and below it as entities: exchanges, pairs, markets, tickers and trades. Trades are ordered by market, then time, then number, so that a range of one market is one walk and
 * the last price before a moment one step; candles are made of a million trades by reading two numbers of each where they lie.
 */
@NullMarked
package dev.dormouse.examples.market;

import org.jspecify.annotations.NullMarked;
