package dev.dormouse.internal.context.flush;

import dev.dormouse.internal.context.AssociationSlot;
import dev.dormouse.internal.context.EntityEntry;
import dev.dormouse.internal.context.PersistenceContext;
import dev.dormouse.internal.layout.Reference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Orders new entities so that none refers to one after it: by the length of the longest chain of references to new ones, then by table. Where references
 * go in a circle, the one that closes it is postponed: it is written by a patch of its own.
 */
final class InsertOrder {

    /** A reference that is written after all inserts. */
    record Postponed(EntityEntry entry, AssociationSlot slot) {}

    private static final int IN_PROGRESS = -1;

    private final PersistenceContext context;
    private final Map<EntityEntry, Integer> levels = new HashMap<>();
    private final List<Postponed> postponed = new ArrayList<>();
    private final Set<EntityEntry> wanted;

    private InsertOrder(PersistenceContext context, List<EntityEntry> entries) {
        this.context = context;
        this.wanted = new HashSet<>();
        wanted.addAll(entries);
    }

    /** Sorts entries and returns the references that close circles. */
    static List<Postponed> sort(PersistenceContext context, List<EntityEntry> entries) {
        InsertOrder order = new InsertOrder(context, entries);
        entries.forEach(order::visit);
        Map<EntityEntry, Integer> levels = order.levels;
        entries.sort(Comparator.<EntityEntry>comparingInt(levels::get)
                .thenComparing(entry -> entry.type().layout().table().name()));
        return order.postponed;
    }

    /** One entity whose references are being followed. */
    private static final class Frame {
        private final EntityEntry entry;
        private final List<Edge> edges;
        private int next;
        private int level;

        Frame(EntityEntry entry, List<Edge> edges) {
            this.entry = entry;
            this.edges = edges;
        }
    }

    private record Edge(AssociationSlot slot, EntityEntry target) {}

    private void visit(EntityEntry start) {
        if (levels.containsKey(start)) {
            return;
        }
        ArrayDeque<Frame> stack = new ArrayDeque<>();
        push(stack, start);
        while (!stack.isEmpty()) {
            Frame frame = stack.getLast();
            if (frame.next == frame.edges.size()) {
                stack.removeLast();
                levels.put(frame.entry, frame.level);
                Frame below = stack.peekLast();
                if (below != null) {
                    below.level = Math.max(below.level, frame.level + 1);
                }
                continue;
            }
            Edge edge = frame.edges.get(frame.next++);
            Integer known = levels.get(edge.target());
            if (known == null) {
                push(stack, edge.target());
            } else if (known == IN_PROGRESS) {
                postponed.add(new Postponed(frame.entry, edge.slot()));
            } else {
                frame.level = Math.max(frame.level, known + 1);
            }
        }
    }

    private void push(ArrayDeque<Frame> stack, EntityEntry entry) {
        levels.put(entry, IN_PROGRESS);
        stack.addLast(new Frame(entry, edges(entry)));
    }

    private List<Edge> edges(EntityEntry entry) {
        List<Edge> edges = new ArrayList<>(0);
        for (AssociationSlot slot : entry.type().associations()) {
            if (slot.association() != null && !slot.isCollection() && slot.reference() instanceof Reference.InOwner) {
                Object target = slot.get(entry.instance());
                EntityEntry other = target == null ? null : context.entry(target);
                if (other != null && other != entry && wanted.contains(other)) {
                    edges.add(new Edge(slot, other));
                }
            }
        }
        return edges;
    }
}
