package dev.dormouse.internal.context.flush;

import dev.dormouse.internal.context.EntityEntry;
import dev.dormouse.internal.context.EntityType;
import dev.dormouse.internal.context.PersistenceContext;
import dev.dormouse.internal.context.cascade.LifeCycle;
import dev.dormouse.internal.context.load.RecordLookup;
import dev.dormouse.internal.transaction.Participant;
import dev.dormouse.internal.transaction.StoreFailures;
import dev.dormouse.internal.transaction.TransactionScope;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.record.Key;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Synchronizes a persistence context with the store (section 3.3.4), and lets it know the end of transactions. */
public final class Flusher implements Participant {

    private final PersistenceContext context;
    private final TransactionScope scope;
    private final LifeCycle lifeCycle;
    private final RecordLookup lookup;
    private final Duration lockTimeout;
    private boolean isFlushing;

    /**
     * Makes the flusher of one entity manager.
     *
     * @param lockTimeout how long a shared lock waits to become exclusive
     */
    public Flusher(
            PersistenceContext context,
            TransactionScope scope,
            LifeCycle lifeCycle,
            RecordLookup lookup,
            Duration lockTimeout) {
        this.context = context;
        this.scope = scope;
        this.lifeCycle = lifeCycle;
        this.lookup = lookup;
        this.lockTimeout = lockTimeout;
    }

    /** Flushes in the middle of a transaction. A flush that is asked for while another one runs (by a callback) does nothing. */
    public void flushNow() {
        run(false);
    }

    @Override
    public void flush() {
        run(true);
    }

    private void run(boolean isCommit) {
        if (isFlushing) {
            return;
        }
        isFlushing = true;
        try {
            new FlushRun(context, scope.require("flush"), lifeCycle, lookup, lockTimeout).run(isCommit);
        } catch (StoreException refused) {
            throw StoreFailures.translate(refused, this);
        } finally {
            isFlushing = false;
        }
    }

    @Override
    public void completed(boolean committed) {
        if (!committed || context.endsWithTransaction()) {
            context.clear();
            return;
        }
        context.forgetRemoved();
        for (EntityEntry entry : context.entries()) {
            if (entry.lockMode() != LockModeType.NONE) {
                entry.lockMode(LockModeType.NONE);
                entry.forcesIncrement(false);
            }
        }
    }

    @Override
    public @Nullable Object managed(String table, Key key) {
        for (EntityType type : context.types().all()) {
            if (type.layout().table().name().equals(table)) {
                EntityEntry entry = context.entry(type.layout().root(), key);
                return entry == null ? null : entry.instance();
            }
        }
        return null;
    }
}
