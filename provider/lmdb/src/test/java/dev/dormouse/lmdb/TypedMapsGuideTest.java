package dev.dormouse.lmdb;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.lmdb.key.KeyTypes;
import dev.dormouse.lmdb.key.Tuple3Key;
import dev.dormouse.lmdb.row.Row;
import dev.dormouse.lmdb.schema.MapCompression;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.lmdb.schema.MapIndex;
import dev.dormouse.lmdb.schema.MapSchema;
import dev.dormouse.lmdb.value.ValueTypes;
import dev.dormouse.store.ConstraintViolationException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide on typed maps shows. */
class TypedMapsGuideTest {

    // region maps
    record Account(String email, String city) {}

    record Trade(UUID market, Instant at, long id) {}

    static final class Shop extends MapSchema {

        static final MapIndex<Long, Account, String> EMAIL = MapIndex.of("by_email", KeyTypes.string(), Account::email);
        static final MapIndex<Long, Account, String> CITY = MapIndex.of("by_city", KeyTypes.string(), Account::city);

        static final Tuple3Key<Trade, UUID, Instant, Long> TRADE = KeyTypes.tuple(
                Trade::new,
                KeyTypes.part(KeyTypes.uuid(), Trade::market),
                KeyTypes.part(KeyTypes.instant(), Trade::at),
                KeyTypes.part(KeyTypes.int64(), Trade::id));

        final MapDescriptor<Long, Account> accounts = declare(MapDescriptor.of(
                        "accounts",
                        "b0b8a4f2-6a3c-4b60-8a0e-3f6f0b1d0001",
                        KeyTypes.int64(),
                        ValueTypes.cbor(Account.class))
                .with(EMAIL.unique())
                .with(CITY)
                .compressed(MapCompression.ZSTD));

        final MapDescriptor<Trade, Long> trades =
                declare(MapDescriptor.of("trades", "b0b8a4f2-6a3c-4b60-8a0e-3f6f0b1d0002", TRADE, ValueTypes.int64()));
    }
    // endregion

    private static final Shop SHOP = new Shop();

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path folder;

    @Test
    void openingAndTransactions() {
        // region transactions
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(SHOP)) {
            database.write(tx -> tx.map(SHOP.accounts).put(1L, new Account("al@example.org", "Rome")));
            String city = database.read(
                    tx -> requireNonNull(tx.map(SHOP.accounts).get(1L)).city());
            try (LmdbTransaction tx = database.beginWrite()) {
                tx.map(SHOP.accounts).remove(1L);
                tx.nested(inner -> inner.map(SHOP.accounts).put(2L, new Account("bo@example.org", city)));
                tx.commit();
            }
        }
        // endregion
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(SHOP)) {
            List<Long> keys =
                    database.read(tx -> tx.map(SHOP.accounts).select().keys().toList());
            assertThat(keys).containsExactly(2L);
        }
    }

    @Test
    void selectionsAndIndexes() {
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(SHOP)) {
            UUID market = new UUID(1, 1);
            Instant noon = Instant.parse("2026-06-01T12:00:00Z");
            database.write(tx -> {
                tx.map(SHOP.trades).put(new Trade(market, noon, 1), 100L);
                tx.map(SHOP.trades).put(new Trade(market, noon.plusSeconds(1), 2), 101L);
                tx.map(SHOP.trades).put(new Trade(new UUID(2, 2), noon, 3), 7L);
            });
            // region selections
            Optional<Row<Trade, Long>> latest = database.read(tx -> tx.map(SHOP.trades)
                    .select()
                    .prefix(Shop.TRADE.startingWith(market))
                    .to(new Trade(market, noon.plusSeconds(1), Long.MIN_VALUE))
                    .reverse()
                    .first());
            // endregion
            assertThat(latest).map(Row::value).contains(100L);
            // region indexes
            database.write(tx -> {
                tx.map(SHOP.accounts).put(1L, new Account("al@example.org", "Rome"));
                tx.map(SHOP.accounts).put(2L, new Account("bo@example.org", "Rome"));
                assertThat(tx.map(SHOP.accounts).by(Shop.CITY).count("Rome")).isEqualTo(2);
                assertThat(tx.map(SHOP.accounts).by(Shop.EMAIL.unique()).getKey("bo@example.org"))
                        .isEqualTo(2);
            });
            assertThatThrownBy(() ->
                            database.write(tx -> tx.map(SHOP.accounts).put(3L, new Account("bo@example.org", "Oslo"))))
                    .isInstanceOf(ConstraintViolationException.class);
            // endregion
        }
    }

    @Test
    void care() {
        // region care
        try (LmdbDatabase database = LmdbDatabase.open(folder.resolve("shop")).open(SHOP)) {
            database.backup(folder.resolve("backup"));
            assertThat(database.stats().map("accounts").rows()).isZero();
            assertThat(database.verify().problems()).isEmpty();
        }
        assertThat(LmdbDatabase.verify(folder.resolve("backup")).problems()).isEmpty();
        // endregion
    }
}
