package dev.dormouse.internal.execute.join;

import dev.dormouse.internal.execute.operator.RowFormat;
import dev.dormouse.internal.execute.operator.RowKey;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.evaluate.ValueKey;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The right rows of a hash join by their keys. Belongs to one run. */
public interface PartnerTable {

    /**
     * Keeps the right row in the frame, if it can be a partner.
     *
     * @return whether it is kept
     */
    boolean add(Frame frame);

    /** Returns the rows that are partners of the left row in the frame. */
    List<@Nullable Object[]> partners(Frame frame);

    /** Rows whose keys are equal; a null is equal to nothing. */
    final class Equal implements PartnerTable {
        private final HashJoinOperator.Keys keys;
        private final RowFormat format;
        private final Map<Object, List<@Nullable Object[]>> rows = new HashMap<>();

        public Equal(HashJoinOperator.Keys keys, RowFormat format) {
            this.keys = keys;
            this.format = format;
        }

        @Override
        public boolean add(Frame frame) {
            Object key = RowKey.withoutNulls(keys.right(), frame);
            if (key == null) {
                return false;
            }
            rows.computeIfAbsent(key, k -> new ArrayList<>(1)).add(format.save(frame));
            return true;
        }

        @Override
        public List<@Nullable Object[]> partners(Frame frame) {
            Object key = RowKey.withoutNulls(keys.left(), frame);
            List<@Nullable Object[]> found = key == null ? null : rows.get(key);
            return found == null ? List.of() : found;
        }
    }

    /** Rows that do not certainly differ in a key; a null may be equal to everything. */
    final class NotDifferent implements PartnerTable {

        /** Rows, and beside each its keys. */
        private static final class Entries {
            private final List<@Nullable Object[]> keys = new ArrayList<>();
            private final List<@Nullable Object[]> rows = new ArrayList<>();

            void add(@Nullable Object[] key, @Nullable Object[] row) {
                keys.add(key);
                rows.add(row);
            }

            /** A single key that is null, here or there, makes all of them partners. */
            List<@Nullable Object[]> partners(@Nullable Object[] sought) {
                if (sought.length == 1) {
                    return rows;
                }
                List<@Nullable Object[]> partners = new ArrayList<>();
                for (int i = 0; i < rows.size(); i++) {
                    if (mayEqual(keys.get(i), sought)) {
                        partners.add(rows.get(i));
                    }
                }
                return partners;
            }
        }

        private final HashJoinOperator.Keys keys;
        private final RowFormat format;
        private final Map<List<@Nullable Object>, List<@Nullable Object[]>> complete = new HashMap<>();
        private final Entries withNulls = new Entries();
        private final Entries all = new Entries();

        public NotDifferent(HashJoinOperator.Keys keys, RowFormat format) {
            this.keys = keys;
            this.format = format;
        }

        private static @Nullable Object[] values(List<Evaluator> parts, Frame frame) {
            @Nullable Object[] values = new Object[parts.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = ValueKey.of(parts.get(i).value(frame));
            }
            return values;
        }

        @Override
        public boolean add(Frame frame) {
            @Nullable Object[] key = values(keys.right(), frame);
            @Nullable Object[] row = format.save(frame);
            all.add(key, row);
            List<@Nullable Object> whole = Arrays.asList(key);
            if (whole.contains(null)) {
                withNulls.add(key, row);
            } else {
                complete.computeIfAbsent(whole, k -> new ArrayList<>(1)).add(row);
            }
            return true;
        }

        @Override
        public List<@Nullable Object[]> partners(Frame frame) {
            @Nullable Object[] sought = values(keys.left(), frame);
            List<@Nullable Object> whole = Arrays.asList(sought);
            return whole.contains(null)
                    ? all.partners(sought)
                    : both(withNulls.partners(sought), complete.getOrDefault(whole, List.of()));
        }

        private static List<@Nullable Object[]> both(List<@Nullable Object[]> a, List<@Nullable Object[]> b) {
            return new AbstractList<>() {
                @Override
                public @Nullable Object[] get(int index) {
                    return index < a.size() ? a.get(index) : b.get(index - a.size());
                }

                @Override
                public int size() {
                    return a.size() + b.size();
                }
            };
        }

        private static boolean mayEqual(@Nullable Object[] a, @Nullable Object[] b) {
            for (int i = 0; i < a.length; i++) {
                Object x = a[i];
                Object y = b[i];
                if (x != null && y != null && !x.equals(y)) {
                    return false;
                }
            }
            return true;
        }
    }
}
