package dev.dormouse.internal.enhance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is not loaded yet and would be loaded by the same request, in the order in which it came. Its members are linked to each other, so one more, one less
 * and those beside one cost the same however many there are. It belongs to one persistence context and is used on its thread.
 *
 * <p>Whoever is touched gives the neighbours that are loaded with it. What came with the rows of a query begins with a few; anything else is alone at first, since
 * a program that follows one path through a graph wants none of what lies beside it. Once a walk comes to where the last ones ended, there are more each time.
 *
 * <p>Where a request takes longer than some records, everything begins with a few, and a walk that leaves none gets more each time, too.
 */
public final class LoadQueue<T extends LoadQueue.Link> {

    private static final int FEW = 64;
    private static final int GROWTH = 16;

    private final int limit;
    private final boolean remote;
    private int size = 1;
    private @Nullable Link last;
    /** Those that stood right behind and right before the ones that were taken last. */
    private @Nullable Link behindTaken;

    private @Nullable Link beforeTaken;

    /**
     * Makes an empty one.
     *
     * @param limit how many are loaded together at most; 1 for each alone
     */
    public LoadQueue(int limit) {
        this(limit, false);
    }

    /**
     * Makes an empty one.
     *
     * @param limit how many are loaded together at most; 1 for each alone
     * @param remote whether a request takes longer than some records
     */
    public LoadQueue(int limit, boolean remote) {
        this.limit = limit;
        this.remote = remote;
    }

    /** A member. It is in one queue at most. */
    public abstract static class Link {
        private @Nullable LoadQueue<?> queue;
        private boolean ofRows;
        private @Nullable Link before;
        private @Nullable Link after;

        /** Leaves the queue: it is loaded, or is to be loaded no more, or alone. */
        public final void leaveQueue() {
            LoadQueue<?> left = queue;
            if (left != null) {
                left.remove(this);
            }
        }
    }

    /**
     * Adds one at the end.
     *
     * @param ofRows whether it came with the rows of a query, of which a program seldom wants one only
     */
    public void add(T member, boolean ofRows) {
        if (limit == 1) {
            return;
        }
        Link added = member;
        added.leaveQueue();
        added.queue = this;
        added.ofRows = ofRows;
        added.before = last;
        if (last != null) {
            last.after = added;
        }
        last = added;
    }

    private void remove(Link member) {
        Link before = member.before;
        Link after = member.after;
        if (before != null) {
            before.after = after;
        }
        if (after != null) {
            after.before = before;
        } else {
            last = before;
        }
        behindTaken = behindTaken == member ? after : behindTaken;
        beforeTaken = beforeTaken == member ? before : beforeTaken;
        member.queue = null;
        member.before = null;
        member.after = null;
    }

    /**
     * Returns the members that are to be loaded with one that is touched, itself first: those behind it, then those before it. They stay members until they
     * leave.
     *
     * @param wanted whether another member is still to be loaded; what is not leaves
     */
    public List<T> around(T touched, Predicate<? super T> wanted) {
        Link first = touched;
        List<T> taken = new ArrayList<>();
        taken.add(touched);
        if (first.queue != this) {
            return taken;
        }
        size = Math.min(limit, nextSize(first));
        Link behind = first.after;
        while (behind != null && taken.size() < size) {
            Link next = behind.after;
            take(behind, wanted, taken);
            behind = next;
        }
        Link before = first.before;
        while (before != null && taken.size() < size) {
            Link next = before.before;
            take(before, wanted, taken);
            before = next;
        }
        behindTaken = behind;
        beforeTaken = before;
        return taken;
    }

    private int nextSize(Link touched) {
        if (touched == behindTaken || touched == beforeTaken) {
            return size == 1 ? FEW : size * GROWTH;
        }
        boolean noneWasLeft = behindTaken == null && beforeTaken == null;
        if (noneWasLeft && size > 1) {
            return remote ? size * GROWTH : size;
        }
        return touched.ofRows || remote ? FEW : 1;
    }

    @SuppressWarnings("unchecked")
    private void take(Link link, Predicate<? super T> wanted, List<T> taken) {
        T member = (T) link;
        if (wanted.test(member)) {
            taken.add(member);
        } else {
            link.leaveQueue();
        }
    }
}
