package dev.dormouse.examples.market.data;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The trades of the example: prices walk at random, the same way in every run. */
public final class Walk {

    /** When the first trade of each market is made. */
    public static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    private static final List<String> BASES = List.of("BTC", "ETH", "TEA", "JAM");

    /**
     * A trade.
     *
     * @param at when
     * @param number its number in its market, from 0
     * @param price what was paid, in ticks
     * @param size how much was traded
     * @param buy whether the buyer took an offer
     */
    public record Step(Instant at, long number, long price, long size, boolean buy) {}

    private Walk() {}

    /** Returns the markets in the order of their ids without sign. */
    public static List<UUID> markets() {
        return List.of(id(3), id(2), id(1), id(0));
    }

    /** Returns the id of a market by its number, from 0 to 3. */
    public static UUID id(int market) {
        return new UUID(0x8000_0000_0000_0000L >>> market, market);
    }

    /** Returns what is traded in a market. */
    public static String base(UUID market) {
        return BASES.get((int) market.getLeastSignificantBits());
    }

    /** Returns the first trades of a market, one for each second; but every tenth is made in the moment of the one before. */
    public static Stream<Step> of(UUID market, int count) {
        Random random = new Random(market.getLeastSignificantBits());
        long[] price = {1_000_000};
        return IntStream.range(0, count).mapToObj(i -> {
            price[0] += random.nextInt(201) - 100;
            Instant at = START.plusSeconds(i % 10 == 9 ? i - 1 : i);
            return new Step(at, i, price[0], 1 + random.nextInt(1000), random.nextBoolean());
        });
    }
}
