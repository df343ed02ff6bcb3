package dev.dormouse.examples.datamarket;

import java.math.BigInteger;
import java.util.UUID;

/** One copy, bought and paid for. */
record Purchase(UUID offer, UUID paymentChannel, UUID payingChannel, BigInteger amount) {}
