package dev.dormouse.examples.market.entity;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * The market first: all its trades lie together, in the order of time.
 *
 * @param market the market
 * @param at when, in milliseconds since 1970
 * @param number the number among the trades of the market, which grows with time: it tells trades of one moment apart
 */
@Embeddable
public record TradeId(UUID market, long at, long number) {}
