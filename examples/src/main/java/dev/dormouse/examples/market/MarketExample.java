package dev.dormouse.examples.market;

import dev.dormouse.examples.market.data.Candle;
import dev.dormouse.examples.market.data.Walk;
import dev.dormouse.examples.market.entity.EntityMarket;
import dev.dormouse.lmdb.LmdbDatabase;
import dev.dormouse.lmdb.LmdbTransaction;
import dev.dormouse.lmdb.key.Tuple2;
import dev.dormouse.lmdb.row.Row;
import dev.dormouse.lmdb.value.FlatView;
import jakarta.persistence.EntityManagerFactory;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The program behind {@code examples/run market [FOLDER [TRADES]]}. */
public final class MarketExample {

    private final MarketSchema schema = new MarketSchema();
    private final LmdbDatabase database;
    private final PrintStream out;
    private final int trades;

    MarketExample(LmdbDatabase database, int trades, PrintStream out) {
        this.database = database.open(schema);
        this.trades = trades;
        this.out = out;
    }

    /**
     * Fills maps and tables and asks, in a temporary folder unless one is named.
     *
     * @param arguments a folder, and how many trades; a million if that is left out
     */
    public static void main(String[] arguments) {
        int trades = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        try (LmdbDatabase database = arguments.length > 0
                ? LmdbDatabase.open(Path.of(arguments[0]))
                : LmdbDatabase.builder().temporary().open()) {
            System.out.println("in typed maps");
            new MarketExample(database, trades, System.out).run();
            System.out.println("as entities, in the same folder");
            try (EntityManagerFactory factory = EntityMarket.open("lmdb:" + database.path())) {
                new EntityMarket(factory, trades, System.out).run();
            }
        }
    }

    void run() {
        database.write(tx -> schema.maps().forEach(map -> tx.map(map).truncate()));
        register();
        generate();
        database.read(tx -> {
            ask(tx);
            return tx;
        });
    }

    private void register() {
        database.write(tx -> {
            tx.map(schema.exchanges).put("Looking Glass", new Exchange("Looking Glass", "GB"));
            for (UUID market : Walk.markets()) {
                String pair = Walk.base(market) + "/EUR";
                tx.map(schema.pairs).put(pair, new Pair(Walk.base(market), "EUR"));
                tx.map(schema.markets).put(market, new Market("Looking Glass", pair, 0.01));
            }
        });
    }

    /** One trade a second in each market, appended in the order of the keys. */
    private void generate() {
        long begun = System.nanoTime();
        int each = trades / Walk.markets().size();
        for (UUID market : Walk.markets()) {
            database.write(tx -> tx.map(schema.trades).append(rows(market, each)));
            database.write(tx -> {
                for (int hour = 0; hour < 24; hour++) {
                    Instant at = Walk.START.plus(hour, ChronoUnit.HOURS);
                    tx.map(schema.tickers).put(new Tuple2<>(market, at), new Ticker(100 + hour, 101 + hour));
                }
            });
        }
        long millis = (System.nanoTime() - begun) / 1_000_000;
        out.printf(
                "%,d trades in %d markets, written in %,d ms%n",
                each * Walk.markets().size(), Walk.markets().size(), millis);
    }

    private static Stream<Row<TradeKey, FlatView<Trade>>> rows(UUID market, int count) {
        return Walk.of(market, count)
                .map(step -> new Row<>(
                        new TradeKey(market, step.at(), step.number()),
                        MarketSchema.TRADE.viewOf(new Trade(step.price(), step.size(), step.buy()))));
    }

    private void ask(LmdbTransaction tx) {
        UUID tea = tx.map(schema.markets).by(schema.byName).getKey(new Tuple2<>("Looking Glass", "TEA/EUR"));
        if (tea == null) {
            throw new IllegalStateException("the market was not registered");
        }
        out.println("TEA/EUR is found by its name: " + tea.equals(Walk.id(2)));
        Instant from = Walk.START.plusSeconds(60);
        Instant to = Walk.START.plusSeconds(120);
        out.printf(
                "from 00:01:00 inclusive to 00:02:00 exclusive: %d trades, all of this market: %s%n",
                range(tx, tea, from, to).size(),
                range(tx, tea, from, to).stream().allMatch(key -> key.market().equals(tea)));
        Instant noon = Walk.START.plus(Duration.ofMillis(90_500));
        latest(tx, tea, noon)
                .ifPresent(row -> out.println("latest trade before 00:01:30.5: number "
                        + row.key().id() + " at " + row.key().at()));
        out.println(
                "latest trade before the first: " + latest(tx, tea, Walk.START).isPresent());
        out.printf("tickers of TEA/EUR: %d%n", tx.map(schema.tickers).count(MarketSchema.TICKER_KEY.startingWith(tea)));
        List<Candle> candles = candles(tx, tea);
        out.printf(
                "%d candles of an hour, of %,d trades%n",
                candles.size(), candles.stream().mapToLong(Candle::trades).sum());
        candles.stream().limit(3).forEach(candle -> out.println("  " + candle));
    }

    private List<TradeKey> range(LmdbTransaction tx, UUID market, Instant from, Instant to) {
        try (Stream<TradeKey> keys = tx.map(schema.trades)
                .select()
                .from(TradeKey.bound(market, from))
                .to(TradeKey.bound(market, to))
                .keys()) {
            return keys.toList();
        }
    }

    /** One step back from where the moment would be. */
    private Optional<Row<TradeKey, FlatView<Trade>>> latest(LmdbTransaction tx, UUID market, Instant before) {
        return tx.map(schema.trades)
                .select()
                .prefix(TradeKey.TYPE.startingWith(market))
                .to(TradeKey.bound(market, before))
                .reverse()
                .first();
    }

    List<Candle> candles(LmdbTransaction tx, UUID market) {
        List<Candle> candles = new ArrayList<>();
        tx.map(schema.trades)
                .select()
                .prefix(TradeKey.TYPE.startingWith(market))
                .forEach(row -> {
                    long price = row.value().getLong(MarketSchema.PRICE);
                    long size = row.value().getLong(MarketSchema.SIZE);
                    Instant hour = row.key().at().truncatedTo(ChronoUnit.HOURS);
                    int last = candles.size() - 1;
                    if (last >= 0 && candles.get(last).hour().equals(hour)) {
                        candles.set(last, candles.get(last).with(price, size));
                    } else {
                        candles.add(Candle.of(hour, price, size));
                    }
                });
        return candles;
    }
}
