package dev.dormouse.examples.market;

/** The best bid and ask at a moment, in ticks. */
record Ticker(long bid, long ask) {}
