package dev.dormouse.internal.transaction;

import jakarta.persistence.EntityTransaction;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The transaction of an entity manager as the application sees it (section 7.5). */
public final class ResourceTransaction implements EntityTransaction {

    private final TransactionScope scope;
    private final BooleanSupplier mayBegin;

    /**
     * Makes the view of a scope.
     *
     * @param mayBegin whether the entity manager is open; an active transaction can be completed after it was closed
     */
    public ResourceTransaction(TransactionScope scope, BooleanSupplier mayBegin) {
        this.scope = scope;
        this.mayBegin = mayBegin;
    }

    @Override
    public void begin() {
        confined(() -> {
            if (!mayBegin.getAsBoolean()) {
                throw new IllegalStateException(TransactionMessages.MANAGER_CLOSED.text());
            }
            scope.begin();
        });
    }

    @Override
    public void commit() {
        confined(scope::commit);
    }

    @Override
    public void rollback() {
        confined(scope::rollback);
    }

    @Override
    public void setRollbackOnly() {
        confined(scope::setRollbackOnly);
    }

    @Override
    public boolean getRollbackOnly() {
        scope.confinement().enter();
        try {
            return scope.isRollbackOnly();
        } finally {
            scope.confinement().leave();
        }
    }

    @Override
    public boolean isActive() {
        return scope.isActive();
    }

    @Override
    public void setTimeout(@Nullable Integer timeout) {
        confined(() -> scope.setTimeout(timeout));
    }

    @Override
    public @Nullable Integer getTimeout() {
        return scope.timeout();
    }

    private void confined(Runnable operation) {
        scope.confinement().enter();
        try {
            operation.run();
        } finally {
            scope.confinement().leave();
        }
    }
}
