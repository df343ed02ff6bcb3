package dev.dormouse.store.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Pairs of rows for which a condition is true, in the order of the left side.
 *
 * @param left the outer side
 * @param right the inner side; under {@link Strategy.Loop} it may refer to slots of the left one
 * @param kind what becomes of rows without a partner
 * @param condition what must hold, beside what the strategy already makes sure of; {@link Expression.Literal#TRUE} for none
 * @param strategy how partners are found
 */
public record Join(Plan left, Plan right, Kind kind, Expression condition, Strategy strategy) implements Plan {

    /** What becomes of rows without a partner. */
    public enum Kind {
        /** Pairs only. */
        INNER,
        /** Pairs, and each left row without a partner once, the right slots null. */
        LEFT,
        /** Left rows with at least one partner, each once; right slots are not in the output. */
        SEMI,
        /** Left rows without a partner; right slots are not in the output. */
        ANTI
    }

    /** How partners are found. */
    public sealed interface Strategy {
        /** The right side is opened anew for each left row: an index lookup, if its scan has one, else a nested loop. */
        enum Loop implements Strategy {
            /** The only one. */
            INSTANCE
        }

        /**
         * The right side is read once into a hash table. Null keys have no partner.
         *
         * @param leftKeys over slots of the left side
         * @param rightKeys over slots of the right side, same number and types
         */
        record Hash(List<Expression> leftKeys, List<Expression> rightKeys) implements Strategy {
            /** Copies the lists. */
            public Hash {
                leftKeys = List.copyOf(leftKeys);
                rightKeys = List.copyOf(rightKeys);
            }
        }

        /**
         * The right side is opened once for many left rows, which wait for it: one request where each row would be one. Its scan finds what any of their keys
         * finds; left rows keep their order, and the partners of one row theirs. Null keys have no partner.
         *
         * @param leftKeys what is looked up, over slots of the left side
         * @param rightKeys the fields that tell whose partner a right row is, same number and types
         * @param places the slots that hold the keys of the waiting rows while the right side is opened: an array for each key
         */
        record Batch(List<Expression> leftKeys, List<Expression> rightKeys, List<Slot> places) implements Strategy {
            /** Copies the lists. */
            public Batch {
                leftKeys = List.copyOf(leftKeys);
                rightKeys = List.copyOf(rightKeys);
                places = List.copyOf(places);
            }
        }

        /**
         * The right side is read once into a hash table. Rows are partners unless they certainly differ in a key, so that a null is a partner of
         * everything in its place: what NOT IN asks of a subquery.
         *
         * @param leftKeys over slots of the left side
         * @param rightKeys over slots of the right side, same number and types
         */
        record NullAwareHash(List<Expression> leftKeys, List<Expression> rightKeys) implements Strategy {
            /** Copies the lists. */
            public NullAwareHash {
                leftKeys = List.copyOf(leftKeys);
                rightKeys = List.copyOf(rightKeys);
            }
        }
    }

    /** Makes a join whose strategy is still to be found. */
    public static Join of(Plan left, Plan right, Kind kind, Expression condition) {
        return new Join(left, right, kind, condition, Strategy.Loop.INSTANCE);
    }

    @Override
    public List<Slot> output() {
        if (kind == Kind.SEMI || kind == Kind.ANTI) {
            return left.output();
        }
        List<Slot> slots = new ArrayList<>(left.output());
        slots.addAll(right.output());
        return slots;
    }

    @Override
    public List<Plan> inputs() {
        return List.of(left, right);
    }
}
