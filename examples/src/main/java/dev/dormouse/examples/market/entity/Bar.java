package dev.dormouse.examples.market.entity;

import java.util.UUID;

/**
 * What one group of trades comes to. The first trade has the least moment and the least number of them, the last one the greatest.
 *
 * @param market the market
 * @param hour where the hour begins, in milliseconds since 1970
 */
record Bar(
        UUID market,
        long hour,
        long high,
        long low,
        long volume,
        long trades,
        long firstAt,
        long firstNumber,
        long lastAt,
        long lastNumber) {

    TradeId first() {
        return new TradeId(market, firstAt, firstNumber);
    }

    TradeId last() {
        return new TradeId(market, lastAt, lastNumber);
    }
}
