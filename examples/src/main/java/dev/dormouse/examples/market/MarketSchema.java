package dev.dormouse.examples.market;

import dev.dormouse.lmdb.key.KeyTypes;
import dev.dormouse.lmdb.key.Tuple2;
import dev.dormouse.lmdb.key.Tuple2Key;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.lmdb.schema.MapIndex;
import dev.dormouse.lmdb.schema.MapSchema;
import dev.dormouse.lmdb.value.FlatBuffersType;
import dev.dormouse.lmdb.value.FlatField;
import dev.dormouse.lmdb.value.FlatView;
import dev.dormouse.lmdb.value.ValueTypes;
import java.time.Instant;
import java.util.UUID;

/** The maps of the market data. */
final class MarketSchema extends MapSchema {

    static final Tuple2Key<Tuple2<UUID, Instant>, UUID, Instant> TICKER_KEY =
            KeyTypes.tuple(KeyTypes.uuid(), KeyTypes.instantNanos());

    static final FlatBuffersType<Trade> TRADE = ValueTypes.flatBuffers(Trade.class);
    static final FlatField<Trade, Long> PRICE = TRADE.field("price", Long.class);
    static final FlatField<Trade, Long> SIZE = TRADE.field("size", Long.class);

    final MapDescriptor<String, Exchange> exchanges = declare(MapDescriptor.of(
            "exchanges", "5ea37a1e-5bd0-4df0-a4e0-6f0b4f0bb101", KeyTypes.string(), ValueTypes.cbor(Exchange.class)));

    final MapDescriptor<String, Pair> pairs = declare(MapDescriptor.of(
            "pairs", "5ea37a1e-5bd0-4df0-a4e0-6f0b4f0bb102", KeyTypes.string(), ValueTypes.cbor(Pair.class)));

    final MapIndex<UUID, Market, Tuple2<String, String>> byName = MapIndex.<UUID, Market, Tuple2<String, String>>of(
                    "by_name",
                    KeyTypes.tuple(KeyTypes.string(), KeyTypes.string()),
                    market -> new Tuple2<>(market.exchange(), market.pair()))
            .unique();

    final MapDescriptor<UUID, Market> markets = declare(MapDescriptor.of(
                    "markets", "5ea37a1e-5bd0-4df0-a4e0-6f0b4f0bb103", KeyTypes.uuid(), ValueTypes.cbor(Market.class))
            .with(byName));

    final MapDescriptor<Tuple2<UUID, Instant>, Ticker> tickers = declare(MapDescriptor.of(
            "tickers", "5ea37a1e-5bd0-4df0-a4e0-6f0b4f0bb104", TICKER_KEY, ValueTypes.flatBuffers(Ticker.class)));

    final MapDescriptor<TradeKey, FlatView<Trade>> trades =
            declare(MapDescriptor.of("trades", "5ea37a1e-5bd0-4df0-a4e0-6f0b4f0bb105", TradeKey.TYPE, TRADE.views()));
}
