package dev.dormouse.internal.session;

import dev.dormouse.internal.context.PersistenceContext;
import dev.dormouse.internal.context.cascade.LifeCycle;
import dev.dormouse.internal.context.flush.Flusher;
import dev.dormouse.internal.context.load.EntityLoader;
import dev.dormouse.internal.context.load.EntityLocks;
import dev.dormouse.internal.transaction.TransactionScope;
import org.jspecify.annotations.Nullable;

/**
 * The persistence context of one entity manager with what reads into it and writes from it, over one binding of the unit. What writes is made when it is asked for: many
 * entity managers only read.
 */
final class UnitOfWork {

    private final BoundUnit unit;
    private final TransactionScope transactions;
    private final SessionDefaults defaults;
    private final PersistenceContext context;
    private final EntityLocks locks;
    private final EntityLoader loader;
    private @Nullable LifeCycle lifeCycle;
    private @Nullable Flusher flusher;

    /** Makes it over the unit as it was bound when the context was last empty. */
    UnitOfWork(BoundUnit unit, TransactionScope transactions, SessionDefaults defaults) {
        this.unit = unit;
        this.transactions = transactions;
        this.defaults = defaults;
        this.context = new PersistenceContext(unit.types());
        this.locks = new EntityLocks(transactions);
        this.loader = new EntityLoader(context, transactions, unit.lookup(), locks, defaults.batchSize());
    }

    BoundUnit unit() {
        return unit;
    }

    PersistenceContext context() {
        return context;
    }

    EntityLocks locks() {
        return locks;
    }

    EntityLoader loader() {
        return loader;
    }

    LifeCycle lifeCycle() {
        LifeCycle made = lifeCycle;
        if (made == null) {
            made = new LifeCycle(context, loader, unit.generators());
            lifeCycle = made;
        }
        return made;
    }

    Flusher flusher() {
        Flusher made = flusher;
        if (made == null) {
            made = new Flusher(context, transactions, lifeCycle(), unit.lookup(), defaults.lockTimeout());
            flusher = made;
        }
        return made;
    }
}
