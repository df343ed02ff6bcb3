package dev.dormouse.store.lock;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A transaction in the eyes of the {@link LockTable}: what it holds, what it waits for. All state is guarded by the table. */
public final class LockOwner {

    final List<LockTable.Entry> held = new ArrayList<>(4);
    LockTable.@Nullable Entry waitingFor;

    /** The thread that asked last. */
    @Nullable
    Thread thread;

    /** Makes an owner of nothing. */
    public LockOwner() {}
}
