package dev.dormouse.examples.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.lmdb.LmdbDatabase;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketTest {

    private static final int TRADES = 1_000_000;

    @Test
    void aMillionTradesAreAskedByMarketAndTime(@TempDir Path folder) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (LmdbDatabase database = LmdbDatabase.open(folder)) {
            MarketExample example =
                    new MarketExample(database, TRADES, new PrintStream(bytes, true, StandardCharsets.UTF_8));
            example.run();
            UUID tea = MarketExample.id(2);
            assertThat(database.<List<Candle>>read(tx -> example.candles(tx, tea)))
                    .isEqualTo(expected(tea));
            assertThat(database.verify().problems()).isEmpty();
        }
        List<String> told = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(told.get(0)).startsWith("1,000,000 trades in 4 markets");
        assertThat(told.subList(1, 7))
                .containsExactly(
                        "TEA/EUR is found by its name: true",
                        "from 00:01:00 inclusive to 00:02:00 exclusive: 60 trades, all of this market: true",
                        "latest trade before 00:01:30.5: number 90 at 2024-01-01T00:01:30Z",
                        "latest trade before the first: false",
                        "tickers of TEA/EUR: 24",
                        "70 candles of an hour, of 250,000 trades");
    }

    /** The same trades, generated again and grouped in memory. */
    private static List<Candle> expected(UUID market) {
        Map<Instant, List<Trade>> hours = new LinkedHashMap<>();
        MarketExample.walk(market, TRADES / 4).forEach(row -> hours.computeIfAbsent(
                        row.key().at().truncatedTo(ChronoUnit.HOURS), hour -> new ArrayList<>())
                .add(row.value().value()));
        List<Candle> candles = new ArrayList<>();
        hours.forEach((hour, trades) -> candles.add(new Candle(
                hour,
                trades.get(0).price(),
                trades.stream().mapToLong(Trade::price).max().orElseThrow(),
                trades.stream().mapToLong(Trade::price).min().orElseThrow(),
                trades.get(trades.size() - 1).price(),
                trades.stream().mapToLong(Trade::size).sum(),
                trades.size())));
        return candles;
    }
}
