package dev.dormouse.examples.market.entity;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * A market at a moment.
 *
 * @param market the market
 * @param at when, in milliseconds since 1970
 */
@Embeddable
public record TickerId(UUID market, long at) {}
