package dev.dormouse.examples.market;

/** What is traded for what. */
record Pair(String base, String quote) {}
