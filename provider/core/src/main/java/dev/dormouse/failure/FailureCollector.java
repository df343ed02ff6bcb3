package dev.dormouse.failure;

import jakarta.persistence.PersistenceException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gathers failures as a tree of contexts (unit, class, attribute) so that a user sees all of them at once.
 *
 * <p>One collector is one node; {@link #at} gives the node of a narrower context. Not thread-safe: one collector belongs to one start.
 */
public final class FailureCollector {

    private final String context;
    private final Set<String> failures = new LinkedHashSet<>();
    private final Map<String, FailureCollector> narrower = new LinkedHashMap<>();

    /**
     * Creates the root.
     *
     * @param context what is examined, such as {@code persistence unit 'flights'}
     */
    public FailureCollector(String context) {
        this.context = context;
    }

    /** Returns the node of a context within this one; the same text gives the same node. */
    public FailureCollector at(String narrowerContext) {
        return narrower.computeIfAbsent(narrowerContext, FailureCollector::new);
    }

    /** Records a failure in this context; the same text twice counts once. */
    public void add(Message message, @Nullable Object... arguments) {
        failures.add(message.text(arguments));
    }

    /** Records a failure that was told elsewhere, in its words. */
    public void add(String told) {
        failures.add(told);
    }

    /** Returns the number of failures here and in all narrower contexts. */
    public int count() {
        return failures.size()
                + narrower.values().stream().mapToInt(FailureCollector::count).sum();
    }

    /** Returns whether there are failures in this very context, narrower ones left aside. */
    public boolean hasOwn() {
        return !failures.isEmpty();
    }

    /**
     * Throws one exception that tells all failures, if there are any.
     *
     * @throws PersistenceException whose message is the {@link #report}
     */
    public void throwIfAny() {
        if (count() > 0) {
            throw exception();
        }
    }

    /** Returns the exception that tells all failures, of which there is at least one. */
    public PersistenceException exception() {
        if (count() == 0) {
            throw new AssertionError("no failure in " + context);
        }
        return new PersistenceException(report());
    }

    /** Returns the tree as text: a line for each context that has failures, indented by its depth, its failures below it. */
    public String report() {
        StringBuilder text = new StringBuilder();
        text.append(context).append(": ").append(count()).append(count() == 1 ? " failure" : " failures");
        appendContent(text, 1);
        return text.toString();
    }

    private void appendContent(StringBuilder text, int depth) {
        String indent = "  ".repeat(depth);
        failures.forEach(failure -> text.append('\n').append(indent).append(failure));
        for (FailureCollector node : narrower.values()) {
            if (node.count() > 0) {
                text.append('\n').append(indent).append(node.context);
                node.appendContent(text, depth + 1);
            }
        }
    }
}
