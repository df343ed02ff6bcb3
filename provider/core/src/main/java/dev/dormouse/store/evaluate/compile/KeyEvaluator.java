package dev.dormouse.store.evaluate.compile;

import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.plan.Access;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.record.Key;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Computes the primary keys that a {@link Access.KeyLookup} or {@link Access.KeyList} names. */
public final class KeyEvaluator {

    private final List<List<Evaluator>> keys;

    private KeyEvaluator(List<List<Expression>> keys) {
        this.keys = keys.stream()
                .map(k -> k.stream().map(ExpressionCompiler::simple).toList())
                .toList();
    }

    /** Compiles the key of a lookup. */
    public static KeyEvaluator of(Access.KeyLookup access) {
        return new KeyEvaluator(List.of(access.key()));
    }

    /** Compiles the keys of a list. */
    public static KeyEvaluator of(Access.KeyList access) {
        return new KeyEvaluator(access.keys());
    }

    /** Returns the key of a lookup, or null if a part is null, so that nothing is found. */
    public @Nullable Key key(Frame frame) {
        return key(keys.get(0), frame);
    }

    /** Returns the keys of a list, each once, without those that have a null part. */
    public List<Key> keys(Frame frame) {
        Set<Key> distinct = new LinkedHashSet<>();
        for (List<Evaluator> parts : keys) {
            if (parts.size() == 1 && parts.get(0).value(frame) instanceof Collection<?> several) {
                for (Object value : several) {
                    if (value != null) {
                        distinct.add(Key.of(value));
                    }
                }
                continue;
            }
            Key key = key(parts, frame);
            if (key != null) {
                distinct.add(key);
            }
        }
        return new ArrayList<>(distinct);
    }

    private static @Nullable Key key(List<Evaluator> parts, Frame frame) {
        @Nullable Object[] values = new Object[parts.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = parts.get(i).value(frame);
            if (values[i] == null) {
                return null;
            }
        }
        return Key.of(values);
    }
}
