package dev.dormouse.internal.session;

import dev.dormouse.failure.QueryMessages;
import dev.dormouse.internal.query.QueryRun;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The results of a stream, read as they are asked for; the run ends with the last one. Belongs to the thread of its entity manager. */
final class ResultSpliterator<X> extends Spliterators.AbstractSpliterator<X> {

    private final EntitySession session;
    private final QueryRun run;
    private final Runnable close;
    private @Nullable Iterator<@Nullable Object> chunk;

    /**
     * Makes one.
     *
     * @param close ends the run, more than once without harm
     */
    ResultSpliterator(EntitySession session, QueryRun run, Runnable close) {
        super(Long.MAX_VALUE, ORDERED);
        this.session = session;
        this.run = run;
        this.close = close;
    }

    @Override
    @SuppressWarnings("unchecked")
    public boolean tryAdvance(Consumer<? super X> action) {
        Iterator<@Nullable Object> results = results();
        if (!results.hasNext()) {
            return false;
        }
        action.accept((X) results.next());
        return true;
    }

    private Iterator<@Nullable Object> results() {
        Iterator<@Nullable Object> current = chunk;
        if (current == null || !current.hasNext()) {
            current = session.call("getResultStream", this::read).iterator();
            chunk = current;
        }
        return current;
    }

    private List<@Nullable Object> read() {
        if (run.isOver()) {
            return List.of();
        }
        if (!run.isActive()) {
            close.run();
            throw new IllegalStateException(QueryMessages.STREAM_ENDED.text("getResultStream"));
        }
        boolean read = false;
        try {
            List<@Nullable Object> results = JpqlQuery.translating(run::chunk);
            read = !run.isOver();
            return results;
        } finally {
            if (!read) {
                close.run();
            }
        }
    }
}
