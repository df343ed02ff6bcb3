package dev.dormouse.examples.datamarket;

import java.math.BigInteger;
import java.util.UUID;

/** Copies of data for a price each. */
record Offer(UUID api, String uri, UUID payingChannel, BigInteger price, int copies, int remaining) {

    Offer sold() {
        return new Offer(api, uri, payingChannel, price, copies, remaining - 1);
    }
}
