package dev.dormouse.examples.market.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A pair at an exchange, there once; prices are whole numbers of the tick size. */
@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"exchange_name", "pair_name"}))
public class Market {

    @Id
    private UUID id = new UUID(0, 0);

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @Nullable
    Exchange exchange;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @Nullable
    Pair pair;

    private double tickSize;

    /** For the provider. */
    protected Market() {}

    Market(UUID id, Exchange exchange, Pair pair, double tickSize) {
        this.id = id;
        this.exchange = exchange;
        this.pair = pair;
        this.tickSize = tickSize;
    }

    UUID getId() {
        return id;
    }

    double getTickSize() {
        return tickSize;
    }
}
