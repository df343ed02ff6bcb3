package dev.dormouse.examples.datamarket;

import dev.dormouse.lmdb.LmdbDatabase;
import dev.dormouse.lmdb.LmdbTransaction;
import dev.dormouse.lmdb.TypedMap;
import dev.dormouse.store.StaleRecordException;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** The program behind {@code examples/run datamarket [FOLDER]}. */
public final class DataMarketExample {

    static final int BUYERS = 8;
    static final int PURCHASES = 100;

    /** More than 64 bits, so that no long would do. */
    static final BigInteger COIN = BigInteger.TEN.pow(18);

    private static final UUID API = new UUID(0, 1);
    private static final UUID MARKET = new UUID(0, 2);
    private static final UUID SELLER = new UUID(0, 3);

    private final DataMarketSchema schema = new DataMarketSchema();
    private final LmdbDatabase database;
    private final PrintStream out;

    DataMarketExample(LmdbDatabase database, PrintStream out) {
        this.database = database.open(schema);
        this.out = out;
    }

    /**
     * Registers, offers and buys, in a temporary folder unless one is named.
     *
     * @param arguments a folder
     */
    public static void main(String[] arguments) {
        try (LmdbDatabase database = arguments.length > 0
                ? LmdbDatabase.open(Path.of(arguments[0]))
                : LmdbDatabase.builder().temporary().open()) {
            new DataMarketExample(database, System.out).run();
        }
    }

    DataMarketSchema schema() {
        return schema;
    }

    void run() {
        database.write(tx -> schema.maps().forEach(map -> tx.map(map).truncate()));
        register();
        offer();
        tellPrices();
        BigInteger before = total();
        int bought = buyAtOnce();
        out.printf("%d threads bought %d copies%n", BUYERS, bought);
        tellOutcome(before);
    }

    private static byte[] address(int member) {
        byte[] address = new byte[20];
        address[0] = (byte) (0xF0 + member);
        address[19] = (byte) member;
        return address;
    }

    private static UUID channel(int buyer) {
        return new UUID(1, buyer);
    }

    private void register() {
        database.write(tx -> {
            Instant now = Instant.parse("2020-06-01T00:00:00Z");
            tx.map(schema.markets).put(MARKET, new DataMarket("alice", "maker-1", now, COIN));
            for (int i = 0; i <= BUYERS; i++) {
                tx.map(schema.members)
                        .put(address(i), new Member("member " + i, now, BigInteger.TWO.pow(255), Member.Level.ACTIVE));
                ActorKey.Kind kind = i == 0 ? ActorKey.Kind.PROVIDER : ActorKey.Kind.CONSUMER;
                tx.map(schema.actors).put(new ActorKey(MARKET, address(i), kind), now);
                if (i > 0) {
                    tx.map(schema.balances).put(channel(i), COIN.multiply(BigInteger.valueOf(1_000)));
                }
            }
            tx.map(schema.balances).put(SELLER, BigInteger.ZERO);
            out.printf(
                    "%d members, %d actors in the market%n",
                    tx.map(schema.members).count(), tx.map(schema.actors).count(ActorKey.TYPE.startingWith(MARKET)));
        });
    }

    private void offer() {
        database.write(tx -> {
            BigInteger[] prices = {
                BigInteger.TWO.pow(256).subtract(BigInteger.ONE),
                BigInteger.valueOf(255),
                COIN.multiply(BigInteger.valueOf(3)),
                BigInteger.valueOf(256),
                COIN.multiply(BigInteger.valueOf(2))
            };
            for (int i = 0; i < prices.length; i++) {
                int copies = prices[i].bitLength() > 60 ? 500 : 0;
                tx.map(schema.offers)
                        .put(new UUID(2, i), new Offer(API, "xyz.rain." + i, SELLER, prices[i], copies, copies));
            }
        });
    }

    private void tellPrices() {
        List<BigInteger> prices = database.read(tx -> {
            try (Stream<BigInteger> keys = tx.map(schema.offers)
                    .by(schema.byPrice)
                    .select()
                    .prefix(DataMarketSchema.PRICE_KEY.startingWith(API))
                    .indexKeys()
                    .map(key -> key.second())) {
                return keys.toList();
            }
        });
        out.println("prices in order: " + prices);
    }

    /** Half of the buyers hold the writer while they buy; the other half keep their changes to themselves and try again when they come too late. */
    private int buyAtOnce() {
        ExecutorService threads = Executors.newFixedThreadPool(BUYERS);
        try {
            List<Future<Integer>> buyers = new ArrayList<>();
            for (int i = 1; i <= BUYERS; i++) {
                int buyer = i;
                buyers.add(threads.submit(() -> buyMany(buyer)));
            }
            int bought = 0;
            for (Future<Integer> each : buyers) {
                bought += each.get();
            }
            return bought;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }

    private int buyMany(int buyer) {
        int bought = 0;
        for (int i = 0; i < PURCHASES; i++) {
            UUID id = new UUID(buyer, i);
            boolean done = buyer % 2 == 0
                    ? database.<Boolean>writeAndGet(tx -> buy(tx, id, channel(buyer)))
                    : buyUntilNobodyElseDid(id, channel(buyer));
            bought += done ? 1 : 0;
        }
        return bought;
    }

    private boolean buyUntilNobodyElseDid(UUID id, UUID payment) {
        while (true) {
            try {
                return database.<Boolean>writeBufferedAndGet(tx -> buy(tx, id, payment));
            } catch (StaleRecordException e) {
                Thread.onSpinWait();
            }
        }
    }

    /** Buys the cheapest copy that a channel can pay; tells whether there was one. */
    private boolean buy(LmdbTransaction tx, UUID id, UUID payment) {
        TypedMap<UUID, BigInteger> balances = tx.map(schema.balances);
        BigInteger balance = Optional.ofNullable(balances.get(payment)).orElse(BigInteger.ZERO);
        Optional<UUID> cheapest;
        try (Stream<UUID> found = tx.map(schema.offers)
                .by(schema.byPrice)
                .select()
                .prefix(DataMarketSchema.PRICE_KEY.startingWith(API))
                .rows()
                .filter(row -> row.value().remaining() > 0)
                .filter(row -> row.value().price().compareTo(balance) <= 0)
                .map(row -> row.key())) {
            cheapest = found.findFirst();
        }
        if (cheapest.isEmpty()) {
            return false;
        }
        Offer offer = tx.map(schema.offers).get(cheapest.get());
        if (offer == null) {
            throw new IllegalStateException("an index names an offer that is not there");
        }
        tx.map(schema.offers).put(cheapest.get(), offer.sold());
        balances.put(payment, balance.subtract(offer.price()));
        balances.merge(offer.payingChannel(), offer.price(), BigInteger::add);
        tx.map(schema.purchases).put(id, new Purchase(cheapest.get(), payment, offer.payingChannel(), offer.price()));
        return true;
    }

    BigInteger total() {
        return database.read(tx -> {
            try (Stream<BigInteger> all = tx.map(schema.balances).select().values()) {
                return all.reduce(BigInteger.ZERO, BigInteger::add);
            }
        });
    }

    private void tellOutcome(BigInteger before) {
        out.println("balances add up: " + total().equals(before));
        database.read(tx -> {
            BigInteger paid;
            try (Stream<Purchase> all = tx.map(schema.purchases).select().values()) {
                paid = all.map(Purchase::amount).reduce(BigInteger.ZERO, BigInteger::add);
            }
            BigInteger earned = tx.map(schema.balances).get(SELLER);
            out.printf(
                    "%d purchases, paid %s, earned %s%n",
                    tx.map(schema.purchases).count(), paid, earned);
            out.println("purchases of the first buyer: "
                    + tx.map(schema.purchases).by(schema.byPayment).count(channel(1)));
            return tx;
        });
    }
}
