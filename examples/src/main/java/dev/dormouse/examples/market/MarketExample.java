package dev.dormouse.examples.market;

import dev.dormouse.lmdb.LmdbDatabase;
import dev.dormouse.lmdb.LmdbTransaction;
import dev.dormouse.lmdb.key.Tuple2;
import dev.dormouse.lmdb.row.Row;
import dev.dormouse.lmdb.value.FlatView;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The program behind {@code examples/run market [FOLDER [TRADES]]}. */
public final class MarketExample {

    static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final int MARKETS = 4;

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
     * Fills the maps and asks, in a temporary folder unless one is named.
     *
     * @param arguments a folder, and how many trades; a million if that is left out
     */
    public static void main(String[] arguments) {
        int trades = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        try (LmdbDatabase database = arguments.length > 0
                ? LmdbDatabase.open(Path.of(arguments[0]))
                : LmdbDatabase.builder().temporary().open()) {
            new MarketExample(database, trades, System.out).run();
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

    static UUID id(int market) {
        return new UUID(0x8000_0000_0000_0000L >>> market, market);
    }

    private void register() {
        database.write(tx -> {
            tx.map(schema.exchanges).put("Looking Glass", new Exchange("Looking Glass", "GB"));
            String[] bases = {"BTC", "ETH", "TEA", "JAM"};
            for (int i = 0; i < MARKETS; i++) {
                String pair = bases[i] + "/EUR";
                tx.map(schema.pairs).put(pair, new Pair(bases[i], "EUR"));
                tx.map(schema.markets).put(id(i), new Market("Looking Glass", pair, 0.01));
            }
        });
    }

    /** One trade a second in each market, appended in the order of the keys. */
    private void generate() {
        long begun = System.nanoTime();
        int each = trades / MARKETS;
        List<UUID> ids = IntStream.range(0, MARKETS)
                .mapToObj(MarketExample::id)
                .sorted((a, b) -> Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits()))
                .toList();
        for (UUID market : ids) {
            database.write(tx -> tx.map(schema.trades).append(walk(market, each)));
            database.write(tx -> {
                for (int hour = 0; hour < 24; hour++) {
                    Instant at = START.plus(hour, ChronoUnit.HOURS);
                    tx.map(schema.tickers).put(new Tuple2<>(market, at), new Ticker(100 + hour, 101 + hour));
                }
            });
        }
        long millis = (System.nanoTime() - begun) / 1_000_000;
        out.printf("%,d trades in %d markets, written in %,d ms%n", each * MARKETS, MARKETS, millis);
    }

    static Stream<Row<TradeKey, FlatView<Trade>>> walk(UUID market, int count) {
        Random random = new Random(market.getLeastSignificantBits());
        long[] price = {1_000_000};
        return IntStream.range(0, count).mapToObj(i -> {
            price[0] += random.nextInt(201) - 100;
            Trade trade = new Trade(price[0], 1 + random.nextInt(1000), random.nextBoolean());
            return new Row<>(new TradeKey(market, START.plusSeconds(i), i), MarketSchema.TRADE.viewOf(trade));
        });
    }

    private void ask(LmdbTransaction tx) {
        UUID tea = tx.map(schema.markets).by(schema.byName).getKey(new Tuple2<>("Looking Glass", "TEA/EUR"));
        if (tea == null) {
            throw new IllegalStateException("the market was not registered");
        }
        out.println("TEA/EUR is found by its name: " + tea.equals(id(2)));
        Instant from = START.plusSeconds(60);
        Instant to = START.plusSeconds(120);
        out.printf(
                "from 00:01:00 inclusive to 00:02:00 exclusive: %d trades, all of this market: %s%n",
                range(tx, tea, from, to).size(),
                range(tx, tea, from, to).stream().allMatch(key -> key.market().equals(tea)));
        Instant noon = START.plus(Duration.ofMillis(90_500));
        latest(tx, tea, noon)
                .ifPresent(row -> out.println("latest trade before 00:01:30.5: number "
                        + row.key().id() + " at " + row.key().at()));
        out.println("latest trade before the first: " + latest(tx, tea, START).isPresent());
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
