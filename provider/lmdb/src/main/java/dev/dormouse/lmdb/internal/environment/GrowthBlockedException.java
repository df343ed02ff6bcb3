package dev.dormouse.lmdb.internal.environment;

import dev.dormouse.lmdb.internal.failure.LmdbMessages;
import dev.dormouse.store.StoreException;
import org.jspecify.annotations.Nullable;

/** The map could not grow because of an open snapshot. */
public final class GrowthBlockedException extends StoreException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Thread owner;

    GrowthBlockedException(@Nullable Lease lease) {
        super(LmdbMessages.GROWTH_BLOCKED.text(lease == null ? "unknown" : lease.describe()));
        this.owner = lease == null ? null : lease.owner();
    }

    /** Returns whose snapshot it was. */
    public @Nullable Thread owner() {
        return owner;
    }
}
