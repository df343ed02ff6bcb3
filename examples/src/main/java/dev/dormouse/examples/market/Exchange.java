package dev.dormouse.examples.market;

/** A place where pairs are traded. */
record Exchange(String name, String country) {}
