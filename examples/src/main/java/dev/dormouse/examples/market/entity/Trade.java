package dev.dormouse.examples.market.entity;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was paid for how much; prices in ticks. */
@Entity
public class Trade {

    @EmbeddedId
    private TradeId id = new TradeId(new UUID(0, 0), 0, 0);

    @MapsId("market")
    @ManyToOne(fetch = FetchType.LAZY)
    @Nullable
    Market market;

    private long price;
    long volume;
    boolean buy;

    /** For the provider. */
    protected Trade() {}

    Trade(Market market, long at, long number, long price, long volume, boolean buy) {
        this.id = new TradeId(market.getId(), at, number);
        this.market = market;
        this.price = price;
        this.volume = volume;
        this.buy = buy;
    }

    TradeId getId() {
        return id;
    }

    long getPrice() {
        return price;
    }
}
