package dev.dormouse.lmdb.internal.commit;

import dev.dormouse.lmdb.internal.binding.NativeException;
import dev.dormouse.lmdb.internal.environment.Environment;
import dev.dormouse.lmdb.internal.environment.GrowthBlockedException;
import dev.dormouse.lmdb.internal.environment.KeyMemory;
import dev.dormouse.lmdb.internal.environment.WriteTransaction;
import dev.dormouse.lmdb.internal.failure.NativeFailures;
import dev.dormouse.store.StoreException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a batch of members in one native transaction. What goes wrong is tried again without the member that it belongs to, after the map has grown, or one by
 * one; an outcome counts only if its attempt was committed, since a member may have failed over the changes of another that is gone.
 */
final class BatchRunner<U> {

    private final Environment environment;
    private final Batch<U> batch;
    private final KeyMemory keys = new KeyMemory();

    BatchRunner(Environment environment, Batch<U> batch) {
        this.environment = environment;
        this.batch = batch;
    }

    /**
     * Runs the members and sets the outcome of each.
     *
     * @param members those who are there; whoever comes is added
     * @param coming returns who comes while they are run, null for no more
     */
    void run(List<Member<U>> members, Supplier<@Nullable Member<U>> coming) {
        Attempt first = new Attempt(members);
        Throwable failure = first.run(coming);
        if (failure != null) {
            runAgain(left(members, first, failure));
        }
    }

    private void runAgain(List<Member<U>> members) {
        List<Member<U>> left = members;
        while (!left.isEmpty()) {
            Attempt attempt = new Attempt(left);
            Throwable failure = attempt.run(() -> null);
            if (failure == null) {
                return;
            }
            left = left(left, attempt, failure);
        }
    }

    /** Returns who can be tried again after an attempt that failed. */
    private List<Member<U>> left(List<Member<U>> members, Attempt attempt, Throwable failure) {
        if (isKind(failure, NativeException.Kind.MAP_FULL)) {
            return grow(members);
        }
        if (isKind(failure, NativeException.Kind.TRANSACTION_FULL) && members.size() > 1) {
            return oneByOne(members);
        }
        return without(members, attempt.culprit, attempt.shown(failure));
    }

    private static boolean isKind(Throwable failure, NativeException.Kind kind) {
        return failure instanceof NativeException error && error.kind() == kind;
    }

    /** Makes the map larger; returns who can be tried again. */
    private List<Member<U>> grow(List<Member<U>> members) {
        Set<Thread> threads = new HashSet<>();
        members.forEach(member -> threads.add(member.thread()));
        try {
            environment.grow(threads);
            return members;
        } catch (GrowthBlockedException e) {
            List<Member<U>> others = new ArrayList<>();
            for (Member<U> member : members) {
                if (member.thread() == e.owner()) {
                    member.outcome(e);
                } else {
                    others.add(member);
                }
            }
            return others.size() < members.size() ? others : without(members, null, e);
        } catch (StoreException e) {
            return members.size() > 1 ? oneByOne(members) : without(members, null, e);
        }
    }

    private List<Member<U>> oneByOne(List<Member<U>> members) {
        members.forEach(member -> runAgain(List.of(member)));
        return List.of();
    }

    private static <U> List<Member<U>> without(
            List<Member<U>> members, @Nullable Member<U> culprit, Throwable failure) {
        List<Member<U>> others = new ArrayList<>();
        for (Member<U> member : members) {
            if (culprit == null || member == culprit) {
                member.outcome(failure);
            } else {
                others.add(member);
            }
        }
        return others;
    }

    /** One native transaction. */
    private final class Attempt {

        private final List<Member<U>> members;
        private @Nullable Member<U> culprit;
        private boolean committing;

        Attempt(List<Member<U>> members) {
            this.members = members;
        }

        /** Returns what hindered it, or null. */
        @Nullable
        Throwable run(Supplier<@Nullable Member<U>> coming) {
            boolean begun = false;
            boolean committed = false;
            try (WriteTransaction transaction = new WriteTransaction(environment, keys)) {
                begun = true;
                batch.begin(transaction);
                for (Member<U> member : members) {
                    run(member, transaction);
                }
                for (Member<U> next = coming.get(); next != null; next = coming.get()) {
                    members.add(next);
                    run(next, transaction);
                }
                batch.finish();
                committing = true;
                transaction.commit();
                committed = true;
                batch.committed();
                return null;
            } catch (RuntimeException | Error e) {
                if (committed) {
                    throw new AssertionError("a committed batch failed", e);
                }
                return e;
            } finally {
                if (begun && !committed) {
                    batch.aborted();
                }
            }
        }

        /** What a member threw is shown as it is, what LMDB threw as the store's own. */
        Throwable shown(Throwable failure) {
            if (!(failure instanceof NativeException exception)) {
                return failure;
            }
            return committing
                    ? NativeFailures.duringCommit(
                            exception, environment.options().folder(), environment.hasStopped())
                    : NativeFailures.mapped(exception, environment.options().folder());
        }

        private void run(Member<U> member, WriteTransaction transaction) {
            long before = transaction.writes();
            try {
                culprit = member;
                batch.run(member.unit());
                member.outcome(null);
            } catch (StoreException e) {
                if (transaction.writes() > before) {
                    throw e;
                }
                member.outcome(e);
            }
            culprit = null;
        }
    }
}
