package dev.dormouse.examples.market;

/** What was paid for how much; prices in ticks. */
record Trade(long price, long size, boolean buy) {}
