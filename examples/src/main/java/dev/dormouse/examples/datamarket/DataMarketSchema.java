package dev.dormouse.examples.datamarket;

import dev.dormouse.lmdb.key.KeyTypes;
import dev.dormouse.lmdb.key.Tuple2;
import dev.dormouse.lmdb.key.Tuple2Key;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.lmdb.schema.MapIndex;
import dev.dormouse.lmdb.schema.MapSchema;
import dev.dormouse.lmdb.value.ValueTypes;
import java.math.BigInteger;
import java.time.Instant;
import java.util.UUID;

/** The maps of the data market. */
final class DataMarketSchema extends MapSchema {

    private static final String FAMILY = "7d0b1c52-33c5-4d7c-8f6e-0d6c1e5ab10";

    static final Tuple2Key<Tuple2<UUID, BigInteger>, UUID, BigInteger> PRICE_KEY =
            KeyTypes.tuple(KeyTypes.uuid(), KeyTypes.bigInteger());

    final MapDescriptor<byte[], Member> members =
            declare(MapDescriptor.of("members", FAMILY + "1", KeyTypes.bytes(20), ValueTypes.cbor(Member.class)));

    final MapIndex<UUID, DataMarket, Tuple2<String, Instant>> byOwner = MapIndex.of(
            "by_owner",
            KeyTypes.tuple(KeyTypes.string(), KeyTypes.instant()),
            market -> new Tuple2<>(market.owner(), market.created()));

    final MapIndex<UUID, DataMarket, String> byMaker = MapIndex.<UUID, DataMarket, String>of(
                    "by_maker", KeyTypes.string(), DataMarket::maker)
            .unique();

    final MapDescriptor<UUID, DataMarket> markets =
            declare(MapDescriptor.of("markets", FAMILY + "2", KeyTypes.uuid(), ValueTypes.cbor(DataMarket.class))
                    .with(byOwner)
                    .with(byMaker));

    final MapDescriptor<ActorKey, Instant> actors =
            declare(MapDescriptor.of("actors", FAMILY + "3", ActorKey.TYPE, ValueTypes.instant()));

    /** Prices of an interface from the lowest to the highest, whatever their length. */
    final MapIndex<UUID, Offer, Tuple2<UUID, BigInteger>> byPrice =
            MapIndex.of("by_price", PRICE_KEY, offer -> new Tuple2<>(offer.api(), offer.price()));

    final MapDescriptor<UUID, Offer> offers =
            declare(MapDescriptor.of("offers", FAMILY + "4", KeyTypes.uuid(), ValueTypes.flatBuffers(Offer.class))
                    .with(byPrice));

    final MapDescriptor<UUID, BigInteger> balances = declare(
            MapDescriptor.of("balances", FAMILY + "5", KeyTypes.uuid(), ValueTypes.ofKey(KeyTypes.bigInteger())));

    final MapIndex<UUID, Purchase, UUID> byPayment =
            MapIndex.of("by_payment_channel", KeyTypes.uuid(), Purchase::paymentChannel);

    final MapDescriptor<UUID, Purchase> purchases =
            declare(MapDescriptor.of("purchases", FAMILY + "6", KeyTypes.uuid(), ValueTypes.flatBuffers(Purchase.class))
                    .with(byPayment));
}
