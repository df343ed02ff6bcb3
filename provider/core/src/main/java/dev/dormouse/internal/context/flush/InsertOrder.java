package dev.dormouse.internal.context.flush;

import dev.dormouse.internal.context.AssociationSlot;
import dev.dormouse.internal.context.EntityEntry;
import dev.dormouse.internal.context.PersistenceContext;
import dev.dormouse.store.record.TableDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Orders new entities so that none refers to one after it: by the length of the longest chain of references to new ones, then by table. Where references
 * go in a circle, the one that closes it is postponed: it is written by a patch of its own.
 */
final class InsertOrder {

    /** A reference that is written after all inserts. */
    record Postponed(EntityEntry entry, AssociationSlot slot) {}

    private static final int UNKNOWN = 0;
    private static final int IN_PROGRESS = -1;
    private static final int LOWEST = 1;

    private final PersistenceContext context;
    private final List<EntityEntry> wanted;
    private final int[] levels;
    private final List<Postponed> postponed = new ArrayList<>();

    /** The way to where the walk is, and behind it frames that are used again. */
    private final List<Frame> stack = new ArrayList<>();

    private int depth;
    private int highest = LOWEST;

    private InsertOrder(PersistenceContext context, List<EntityEntry> entries) {
        this.context = context;
        this.wanted = List.copyOf(entries);
        this.levels = new int[wanted.size()];
        for (int i = 0; i < levels.length; i++) {
            wanted.get(i).place(i);
        }
    }

    /** Sorts entries and returns the references that close circles. */
    static List<Postponed> sort(PersistenceContext context, List<EntityEntry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        InsertOrder order = new InsertOrder(context, entries);
        order.wanted.forEach(order::visit);
        entries.clear();
        order.levels().forEach(level -> addByTable(level, entries));
        return order.postponed;
    }

    private List<List<EntityEntry>> levels() {
        if (highest == LOWEST) {
            return List.of(wanted);
        }
        List<List<EntityEntry>> byLevel = new ArrayList<>();
        for (int level = LOWEST; level <= highest; level++) {
            byLevel.add(new ArrayList<>());
        }
        wanted.forEach(entry -> byLevel.get(level(entry) - LOWEST).add(entry));
        return byLevel;
    }

    private static void addByTable(List<EntityEntry> level, List<EntityEntry> sorted) {
        boolean isOneTable = true;
        for (int i = 1; i < level.size() && isOneTable; i++) {
            isOneTable = table(level.get(i)).id() == table(level.get(i - 1)).id();
        }
        if (isOneTable) {
            sorted.addAll(level);
        } else {
            level.stream()
                    .sorted(Comparator.comparing(entry -> table(entry).name()))
                    .forEach(sorted::add);
        }
    }

    private static TableDefinition table(EntityEntry entry) {
        return entry.type().layout().table();
    }

    private int level(EntityEntry entry) {
        return levels[entry.place()];
    }

    private boolean isWanted(EntityEntry entry) {
        return entry.place() < levels.length && wanted.get(entry.place()) == entry;
    }

    /** One entity whose references are being followed; used again for another one. */
    private static final class Frame {
        private EntityEntry entry;
        private int next;
        private int level;

        Frame(EntityEntry entry) {
            this.entry = entry;
            begin(entry);
        }

        void begin(EntityEntry at) {
            entry = at;
            next = 0;
            level = LOWEST;
        }
    }

    private void visit(EntityEntry start) {
        if (level(start) != UNKNOWN) {
            return;
        }
        push(start);
        while (depth > 0) {
            Frame frame = stack.get(depth - 1);
            EntityEntry target = nextTarget(frame);
            if (target == null) {
                depth--;
                finish(frame);
                continue;
            }
            int known = level(target);
            if (known == UNKNOWN) {
                push(target);
            } else if (known == IN_PROGRESS) {
                postponed.add(new Postponed(
                        frame.entry, frame.entry.type().references().get(frame.next - 1)));
            } else {
                frame.level = Math.max(frame.level, known + 1);
            }
        }
    }

    private void finish(Frame frame) {
        levels[frame.entry.place()] = frame.level;
        highest = Math.max(highest, frame.level);
        if (depth > 0) {
            Frame below = stack.get(depth - 1);
            below.level = Math.max(below.level, frame.level + 1);
        }
    }

    private void push(EntityEntry entry) {
        levels[entry.place()] = IN_PROGRESS;
        if (depth == stack.size()) {
            stack.add(new Frame(entry));
        } else {
            stack.get(depth).begin(entry);
        }
        depth++;
    }

    /** Goes on to the next reference to another one of the entities; null at the end. */
    private @Nullable EntityEntry nextTarget(Frame frame) {
        List<AssociationSlot> references = frame.entry.type().references();
        while (frame.next < references.size()) {
            Object target = references.get(frame.next++).get(frame.entry.instance());
            EntityEntry other = target == null ? null : context.entry(target);
            if (other != null && other != frame.entry && isWanted(other)) {
                return other;
            }
        }
        return null;
    }
}
