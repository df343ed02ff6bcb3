package dev.dormouse.examples.market.entity;

import dev.dormouse.examples.market.data.Candle;
import dev.dormouse.examples.market.data.Walk;
import dev.dormouse.query.QueryExplanation;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.TypedQuery;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Fills the tables with the trades of {@link Walk} and asks them in JPQL. */
public final class EntityMarket {

    /** One that the persistence context, and what is written at once, stay small with. */
    private static final int TRADES_A_TRANSACTION = 20_000;

    private static final String HOUR = "t.id.at - mod(t.id.at, 3600000)";

    private final EntityManagerFactory factory;
    private final int trades;
    private final PrintStream out;

    /** Makes the program for a unit with empty tables. */
    public EntityMarket(EntityManagerFactory factory, int trades, PrintStream out) {
        this.factory = factory;
        this.trades = trades;
        this.out = out;
    }

    /** Opens the unit, with empty tables. */
    public static EntityManagerFactory open(String url) {
        return new PersistenceConfiguration("market")
                .provider("dev.dormouse.DormousePersistenceProvider")
                .managedClass(Exchange.class)
                .managedClass(Pair.class)
                .managedClass(Market.class)
                .managedClass(Ticker.class)
                .managedClass(TickerId.class)
                .managedClass(Trade.class)
                .managedClass(TradeId.class)
                .property("jakarta.persistence.jdbc.url", url)
                .property("jakarta.persistence.schema-generation.database.action", "drop-and-create")
                .createEntityManagerFactory();
    }

    /** Fills and asks. */
    public void run() {
        register();
        generate();
        try (EntityManager manager = factory.createEntityManager()) {
            ask(manager);
        }
    }

    private void register() {
        factory.runInTransaction(manager -> {
            Exchange exchange = new Exchange("Looking Glass", "GB");
            manager.persist(exchange);
            for (UUID id : Walk.markets()) {
                Pair pair = new Pair(Walk.base(id), "EUR");
                manager.persist(pair);
                Market market = new Market(id, exchange, pair, 0.01);
                manager.persist(market);
                IntStream.range(0, 24)
                        .mapToObj(hour -> new Ticker(market, millis(hour * 3600L), 100 + hour, 101 + hour))
                        .forEach(manager::persist);
            }
        });
    }

    private static long millis(long seconds) {
        return Walk.START.plusSeconds(seconds).toEpochMilli();
    }

    private void generate() {
        long begun = System.nanoTime();
        int each = trades / Walk.markets().size();
        for (UUID market : Walk.markets()) {
            try (Stream<Walk.Step> steps = Walk.of(market, each)) {
                Iterator<Walk.Step> left = steps.iterator();
                while (left.hasNext()) {
                    factory.runInTransaction(manager -> persist(manager, market, left));
                }
            }
        }
        long millis = (System.nanoTime() - begun) / 1_000_000;
        out.printf("%,d trades persisted in %,d ms%n", each * Walk.markets().size(), millis);
    }

    private static void persist(EntityManager manager, UUID id, Iterator<Walk.Step> left) {
        Market market = manager.getReference(Market.class, id);
        for (int i = 0; i < TRADES_A_TRANSACTION && left.hasNext(); i++) {
            Walk.Step step = left.next();
            manager.persist(
                    new Trade(market, step.at().toEpochMilli(), step.number(), step.price(), step.size(), step.buy()));
        }
    }

    private void ask(EntityManager manager) {
        Market tea = manager.createQuery(
                        "select m from Market m where m.exchange.name = 'Looking Glass' and m.pair.name = 'TEA/EUR'",
                        Market.class)
                .getSingleResult();
        range(manager, tea.getId());
        latest(manager, tea.getId(), millis(90) + 500);
        latest(manager, tea.getId(), millis(0));
        out.printf(
                "trades of 00:01:08: %s%n",
                manager.createQuery(
                                "select t.id.number from Trade t where t.market = :market and t.id.at = :at order by t.id.number",
                                Long.class)
                        .setParameter("market", tea)
                        .setParameter("at", millis(68))
                        .getResultList());
        out.printf(
                "tickers of TEA/EUR: %d%n",
                manager.createQuery("select count(t) from Ticker t where t.market = :market", Long.class)
                        .setParameter("market", tea)
                        .getSingleResult());
        long begun = System.nanoTime();
        Map<UUID, List<Candle>> candles = candles(manager);
        long millis = (System.nanoTime() - begun) / 1_000_000;
        List<Candle> all = candles.values().stream().flatMap(List::stream).toList();
        out.printf(
                "%d candles of an hour, of %,d trades%n",
                all.size(), all.stream().mapToLong(Candle::trades).sum());
        candles.getOrDefault(tea.getId(), List.of()).stream().limit(3).forEach(candle -> out.println("  " + candle));
        out.printf("candles took %,d ms%n", millis);
    }

    private void range(EntityManager manager, UUID market) {
        String trades = "select t.id from Trade t where t.id.market = :market and ";
        String both = "t.id.at between :from and :to";
        String lower = "t.id.at >= :from and t.id.at < :to";
        for (String bounds : List.of(both, lower)) {
            TypedQuery<TradeId> range = manager.createQuery(trades + bounds, TradeId.class)
                    .setParameter("market", market)
                    .setParameter("from", millis(60))
                    .setParameter("to", millis(120));
            List<TradeId> found = range.getResultList();
            out.printf(
                    "%s: %d trades, all of this market: %s (%d entries visited)%n",
                    bounds,
                    found.size(),
                    found.stream().allMatch(id -> id.market().equals(market)),
                    visited(range));
        }
    }

    private static long visited(TypedQuery<?> query) {
        return query.unwrap(QueryExplanation.class).entriesVisited();
    }

    /** One step back from where the moment would be. */
    private void latest(EntityManager manager, UUID market, long before) {
        TypedQuery<Trade> query = manager.createQuery(
                        "select t from Trade t where t.id.market = :market and t.id.at < :before"
                                + " order by t.id.at desc, t.id.number desc",
                        Trade.class)
                .setParameter("market", market)
                .setParameter("before", before)
                .setMaxResults(1);
        String found = query.getResultList().stream()
                .map(trade -> "number " + trade.getId().number())
                .findFirst()
                .orElse("none");
        out.printf(
                "latest trade before %s: %s (%d entries visited)%n",
                Instant.ofEpochMilli(before), found, visited(query));
    }

    /** Returns the candles of all markets: one query groups the trades, the first and the last one of each group are then found by their keys. */
    public static Map<UUID, List<Candle>> candles(EntityManager manager) {
        List<Bar> bars = manager.createQuery(
                        "select t.id.market, " + HOUR + ", max(t.price), min(t.price), sum(t.volume), count(t),"
                                + " min(t.id.at), min(t.id.number), max(t.id.at), max(t.id.number)"
                                + " from Trade t group by t.id.market, " + HOUR + " order by t.id.market, " + HOUR,
                        Bar.class)
                .getResultList();
        Map<UUID, List<Candle>> candles = new HashMap<>();
        for (Bar bar : bars) {
            candles.computeIfAbsent(bar.market(), market -> new ArrayList<>())
                    .add(new Candle(
                            Instant.ofEpochMilli(bar.hour()),
                            price(manager, bar.first()),
                            bar.high(),
                            bar.low(),
                            price(manager, bar.last()),
                            bar.volume(),
                            (int) bar.trades()));
        }
        return candles;
    }

    private static long price(EntityManager manager, TradeId id) {
        return Objects.requireNonNull(manager.find(Trade.class, id)).getPrice();
    }
}
