package dev.dormouse.examples.datamarket;

import java.math.BigInteger;
import java.time.Instant;

/** A market with its maker and what it keeps of every purchase. */
record DataMarket(String owner, String maker, Instant created, BigInteger fee) {}
