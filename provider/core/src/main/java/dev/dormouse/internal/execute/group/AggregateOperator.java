package dev.dormouse.internal.execute.group;

import dev.dormouse.internal.execute.operator.InputCursor;
import dev.dormouse.internal.execute.operator.Operator;
import dev.dormouse.internal.execute.operator.RowFormat;
import dev.dormouse.internal.execute.operator.RowKey;
import dev.dormouse.internal.execute.operator.Run;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.plan.Slot;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Groups rows in a hash table; groups come in the order of their first rows. */
public final class AggregateOperator extends Operator {

    private final Operator input;
    private final GroupKeys keys;
    private final int[] slots;
    private final AggregateCall[] calls;
    private final RowFormat format;

    public AggregateOperator(int number, Operator input, GroupKeys keys, List<AggregateCall> calls, RowFormat format) {
        super(number);
        this.input = input;
        this.keys = keys;
        this.slots = keys.slots().stream().mapToInt(Slot::id).toArray();
        this.calls = calls.toArray(AggregateCall[]::new);
        this.format = format;
    }

    @Override
    public RowCursor open(Run run) {
        return new GroupCursor(run);
    }

    /** The keys and aggregates of a group. */
    private static final class Group {
        private final @Nullable Object[] values;
        private final Accumulator[] accumulators;

        Group(@Nullable Object[] values, Accumulator[] accumulators) {
            this.values = values;
            this.accumulators = accumulators;
        }
    }

    private Group begin(Frame frame) {
        @Nullable Object[] values = new Object[slots.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = format.keep(keys.values().get(i).value(frame));
        }
        Accumulator[] accumulators = new Accumulator[calls.length];
        for (int i = 0; i < calls.length; i++) {
            accumulators[i] = calls[i].begin();
        }
        return new Group(values, accumulators);
    }

    private final class GroupCursor extends InputCursor {
        private @Nullable Iterator<Group> groups;

        GroupCursor(Run run) {
            super(AggregateOperator.this, input, run);
        }

        @Override
        protected boolean advance() {
            if (groups == null) {
                groups = slots.length == 0 ? List.of(single()).iterator() : grouped();
            }
            if (!groups.hasNext()) {
                return false;
            }
            Group group = groups.next();
            for (int i = 0; i < slots.length; i++) {
                frame.set(slots[i], group.values[i]);
            }
            for (int i = 0; i < calls.length; i++) {
                frame.set(calls[i].slot(), group.accumulators[i].result());
            }
            return true;
        }

        private Group single() {
            Group all = begin(frame);
            while (source.next()) {
                add(all);
            }
            return all;
        }

        private Iterator<Group> grouped() {
            Map<Object, Group> table = new LinkedHashMap<>();
            @Nullable Object[] last = new Object[keys.sources().length];
            Group group = null;
            while (source.next()) {
                if (!keepsSources(last) || group == null) {
                    group = group(table);
                }
                add(group);
            }
            return table.values().iterator();
        }

        /** Tells whether the row is of the group of the row before, without computing its keys: a joined record often stays for some rows. */
        private boolean keepsSources(@Nullable Object[] last) {
            int[] sources = keys.sources();
            boolean same = true;
            for (int i = 0; i < sources.length; i++) {
                Object now = frame.slot(sources[i]);
                same &= now == last[i];
                last[i] = now;
            }
            return same;
        }

        private Group group(Map<Object, Group> table) {
            Object key = RowKey.of(keys.identities(), frame);
            Group group = table.get(key);
            if (group == null) {
                run.rowKept("group");
                group = begin(frame);
                table.put(key, group);
            }
            return group;
        }

        private void add(Group group) {
            for (int i = 0; i < calls.length; i++) {
                group.accumulators[i].add(calls[i].argument(), frame);
            }
        }

        @Override
        protected void restart() {
            super.restart();
            groups = null;
        }

        @Override
        protected void release() {
            super.release();
            groups = null;
        }
    }
}
