package dev.dormouse.examples.market;

/** A pair at an exchange; prices are whole numbers of the tick size. */
record Market(String exchange, String pair, double tickSize) {}
