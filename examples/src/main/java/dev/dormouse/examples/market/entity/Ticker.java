package dev.dormouse.examples.market.entity;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The best bid and ask of a market at a moment, in ticks. */
@Entity
public class Ticker {

    @EmbeddedId
    TickerId id = new TickerId(new UUID(0, 0), 0);

    @MapsId("market")
    @ManyToOne(fetch = FetchType.LAZY)
    @Nullable
    Market market;

    private long bid;
    long ask;

    /** For the provider. */
    protected Ticker() {}

    Ticker(Market market, long at, long bid, long ask) {
        this.id = new TickerId(market.getId(), at);
        this.market = market;
        this.bid = bid;
        this.ask = ask;
    }

    long getBid() {
        return bid;
    }
}
