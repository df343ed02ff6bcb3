/**
 * A data market in typed maps: members offer data for amounts of 256 bits; buyers pay from a payment channel into the seller's paying channel. Prices are ordered keys of an
 * index; a purchase changes two balances, an offer and the list of transactions in one transaction, however many buy at once.
 */
@NullMarked
package dev.dormouse.examples.datamarket;

import org.jspecify.annotations.NullMarked;
