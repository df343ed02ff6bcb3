package dev.dormouse.internal.session;

import dev.dormouse.internal.context.PersistenceContext;
import dev.dormouse.internal.context.cascade.LifeCycle;
import dev.dormouse.internal.context.flush.Flusher;
import dev.dormouse.internal.context.load.EntityLoader;
import dev.dormouse.internal.context.load.EntityLocks;
import dev.dormouse.internal.transaction.TransactionScope;

/**
 * The persistence context of one entity manager with what reads into it and writes from it, over one binding of the unit.
 *
 * @param unit the unit as it was bound when the context was last empty
 */
record UnitOfWork(
        BoundUnit unit,
        PersistenceContext context,
        EntityLocks locks,
        EntityLoader loader,
        LifeCycle lifeCycle,
        Flusher flusher) {

    static UnitOfWork of(BoundUnit unit, TransactionScope transactions, SessionDefaults defaults) {
        PersistenceContext context = new PersistenceContext(unit.types());
        EntityLocks locks = new EntityLocks(transactions);
        EntityLoader loader = new EntityLoader(context, transactions, unit.lookup(), locks, defaults.batchSize());
        LifeCycle lifeCycle = new LifeCycle(context, loader, unit.generators());
        Flusher flusher = new Flusher(context, transactions, lifeCycle, unit.lookup(), defaults.lockTimeout());
        return new UnitOfWork(unit, context, locks, loader, lifeCycle, flusher);
    }
}
