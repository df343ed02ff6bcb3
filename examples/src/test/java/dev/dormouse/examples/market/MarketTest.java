package dev.dormouse.examples.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.examples.market.data.Candle;
import dev.dormouse.examples.market.data.Walk;
import dev.dormouse.examples.market.entity.EntityMarket;
import dev.dormouse.lmdb.LmdbDatabase;
import jakarta.persistence.EntityManagerFactory;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private List<String> told() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void tradesInTypedMapsAreAskedByMarketAndTime(@TempDir Path folder) {
        int trades = 200_000;
        try (LmdbDatabase database = LmdbDatabase.open(folder)) {
            MarketExample example = new MarketExample(database, trades, out);
            example.run();
            UUID tea = Walk.id(2);
            assertThat(database.<List<Candle>>read(tx -> example.candles(tx, tea)))
                    .isEqualTo(expected(tea, trades / 4));
            assertThat(database.verify().problems()).isEmpty();
        }
        assertThat(told().get(0)).startsWith("200,000 trades in 4 markets");
        assertThat(told().subList(1, 7))
                .containsExactly(
                        "TEA/EUR is found by its name: true",
                        "from 00:01:00 inclusive to 00:02:00 exclusive: 60 trades, all of this market: true",
                        "latest trade before 00:01:30.5: number 90 at 2024-01-01T00:01:30Z",
                        "latest trade before the first: false",
                        "tickers of TEA/EUR: 24",
                        "14 candles of an hour, of 50,000 trades");
    }

    @Test
    void aMillionTradesAsEntitiesAreGroupedByAQuery(@TempDir Path folder) {
        int trades = 1_000_000;
        try (EntityManagerFactory factory = EntityMarket.open("lmdb:" + folder)) {
            new EntityMarket(factory, trades, out).run();
            Map<UUID, List<Candle>> expected = Walk.markets().stream()
                    .collect(Collectors.toMap(market -> market, market -> expected(market, trades / 4)));
            assertThat(factory.<Map<UUID, List<Candle>>>callInTransaction(EntityMarket::candles))
                    .isEqualTo(expected);
            assertThat(factory.unwrap(LmdbDatabase.class).stats().map("Trade").rows())
                    .isEqualTo(trades);
        }
        assertThat(told().get(0)).startsWith("1,000,000 trades persisted");
        assertThat(told().subList(1, 8))
                .containsExactly(
                        "t.id.at between :from and :to: 61 trades, all of this market: true (61 entries visited)",
                        "t.id.at >= :from and t.id.at < :to: 60 trades, all of this market: true (60 entries visited)",
                        "latest trade before 2024-01-01T00:01:30.500Z: number 90 (1 entries visited)",
                        "latest trade before 2024-01-01T00:00:00Z: none (0 entries visited)",
                        "trades of 00:01:08: [68, 69]",
                        "tickers of TEA/EUR: 24",
                        "280 candles of an hour, of 1,000,000 trades");
    }

    /** The same trades, generated again and grouped in memory. */
    private static List<Candle> expected(UUID market, int count) {
        Map<Instant, List<Walk.Step>> hours = new LinkedHashMap<>();
        Walk.of(market, count).forEach(step -> hours.computeIfAbsent(
                        step.at().truncatedTo(ChronoUnit.HOURS), hour -> new ArrayList<>())
                .add(step));
        List<Candle> candles = new ArrayList<>();
        hours.forEach((hour, steps) -> candles.add(new Candle(
                hour,
                steps.get(0).price(),
                steps.stream().mapToLong(Walk.Step::price).max().orElseThrow(),
                steps.stream().mapToLong(Walk.Step::price).min().orElseThrow(),
                steps.get(steps.size() - 1).price(),
                steps.stream().mapToLong(Walk.Step::size).sum(),
                steps.size())));
        return candles;
    }
}
