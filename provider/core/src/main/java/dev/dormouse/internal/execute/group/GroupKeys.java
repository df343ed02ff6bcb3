package dev.dormouse.internal.execute.group;

import dev.dormouse.internal.execute.operator.RecordIdentity;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.compile.ExpressionCompiler;
import dev.dormouse.store.plan.Assignment;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Slot;
import java.util.BitSet;
import java.util.List;

/**
 * What rows are grouped by.
 *
 * @param slots the slots that get the values
 * @param values the values
 * @param identities what tells groups apart
 * @param sources the ids of the slots that decide about the group: a row in which they hold the same objects as in another is of the same group
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record GroupKeys(List<Slot> slots, List<Evaluator> values, List<Evaluator> identities, int[] sources) {

    public static GroupKeys compile(List<Assignment> keys, Plan input, ExpressionCompiler compiler) {
        return new GroupKeys(
                keys.stream().map(Assignment::slot).toList(),
                keys.stream().map(key -> compiler.compile(key.value())).toList(),
                keys.stream()
                        .map(key -> RecordIdentity.compile(key.value(), input, compiler))
                        .toList(),
                sources(keys));
    }

    private static int[] sources(List<Assignment> keys) {
        BitSet sources = new BitSet();
        keys.forEach(key -> sources.or(ExpressionTree.slots(key.value())));
        return sources.stream().toArray();
    }
}
