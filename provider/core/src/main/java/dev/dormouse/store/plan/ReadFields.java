package dev.dormouse.store.plan;

import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.type.RecordType;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which fields of the records in its slots a plan reads, its subqueries and access paths included, so that a store need not bring the others. Records in
 * the output are read whole.
 */
public final class ReadFields {

    private final BitSet whole = new BitSet();
    private final Map<Integer, Set<FieldPath>> paths = new HashMap<>();
    private final Map<Integer, Set<Slot>> sources = new HashMap<>();
    private final Map<Integer, List<FieldPath>> keys = new HashMap<>();

    private ReadFields() {}

    /** Finds what a whole plan reads, from its root on. */
    public static ReadFields of(Plan plan) {
        ReadFields read = new ReadFields();
        read.collectSources(plan);
        read.collect(plan);
        if (plan instanceof Modify modify) {
            read.read(modify.target().slot(), modify.target().table().primaryKey());
        } else {
            plan.output().forEach(read::readWhole);
        }
        return read;
    }

    /** Tells whether the whole record in a slot may be read. */
    public boolean isWhole(Slot slot) {
        return whole.get(slot.id());
    }

    /** Returns the fields that are read of the record in a slot, where it is not read whole. */
    public Set<FieldPath> paths(Slot slot) {
        return paths.getOrDefault(slot.id(), Set.of());
    }

    /** Notes which slots get their records from which, so that what is read of one is read of the other. */
    private void collectSources(Plan node) {
        node.inputs().forEach(this::collectSources);
        if (node instanceof Scan scan) {
            keys.put(scan.slot().id(), scan.table().primaryKey());
        } else if (node instanceof Project project) {
            project.items().forEach(this::addSource);
        } else if (node instanceof Aggregate aggregate) {
            aggregate.keys().forEach(this::addSource);
        } else if (node instanceof SetOperation operation) {
            List<Slot> slots = operation.slots();
            for (int i = 0; i < slots.size(); i++) {
                addSource(slots.get(i), operation.left().output().get(i));
                addSource(slots.get(i), operation.right().output().get(i));
            }
        }
        for (Expression expression : PlanTree.expressions(node)) {
            visitSubqueries(expression, this::collectSources);
        }
    }

    private void addSource(Assignment item) {
        if (item.value() instanceof Expression.SlotValue value) {
            addSource(item.slot(), value.slot());
        }
    }

    private void addSource(Slot slot, Slot source) {
        if (slot.type() instanceof RecordType && slot.id() != source.id()) {
            sources.computeIfAbsent(slot.id(), id -> new LinkedHashSet<>()).add(source);
        }
    }

    private static void visitSubqueries(Expression expression, Consumer<Plan> visitor) {
        ExpressionTree.subquery(expression).ifPresent(visitor);
        ExpressionTree.children(expression).forEach(child -> visitSubqueries(child, visitor));
    }

    private void collect(Plan node) {
        node.inputs().forEach(this::collect);
        if (node instanceof Project project) {
            project.items().forEach(this::collectItem);
        } else if (node instanceof Aggregate aggregate) {
            aggregate.keys().forEach(key -> collectGroup(key, aggregate.input()));
            aggregate.calls().forEach(call -> collectCall(call, aggregate.input()));
        } else if (node instanceof Window window) {
            window.keys().forEach(this::collect);
            window.calls().forEach(call -> collectCall(call, window.input()));
        } else {
            if (node instanceof SetOperation operation) {
                operation.left().output().forEach(slot -> readIdentity(slot, operation.left()));
                operation.right().output().forEach(slot -> readIdentity(slot, operation.right()));
            }
            PlanTree.expressions(node).forEach(this::collect);
        }
    }

    private void collectItem(Assignment item) {
        if (!isRecord(item.value())) {
            collect(item.value());
        }
    }

    private void collectGroup(Assignment key, Plan input) {
        if (key.value() instanceof Expression.SlotValue value && isRecord(value)) {
            readIdentity(value.slot(), input);
        } else {
            collect(key.value());
        }
    }

    private void collectCall(Aggregate.Call call, Plan input) {
        boolean counts = call.function() == Aggregate.Function.COUNT;
        if (counts && call.argument() instanceof Expression.SlotValue value && isRecord(value)) {
            if (call.distinct()) {
                readIdentity(value.slot(), input);
            }
        } else {
            collect(call.argument());
        }
    }

    private static boolean isRecord(Expression expression) {
        return expression instanceof Expression.SlotValue && expression.type() instanceof RecordType;
    }

    private void collect(Expression expression) {
        if (expression instanceof Expression.FieldValue field) {
            read(field.slot(), List.of(field.path()));
        } else if (expression instanceof Expression.SlotValue value) {
            readWhole(value.slot());
        } else if (!(expression instanceof Expression.IsNull isNull && isRecord(isNull.operand()))) {
            ExpressionTree.subquery(expression).ifPresent(query -> {
                collect(query);
                if (!(expression instanceof Expression.Exists)) {
                    query.output().forEach(this::readWhole);
                }
            });
            ExpressionTree.children(expression).forEach(this::collect);
        }
    }

    private void read(Slot slot, Collection<FieldPath> fields) {
        paths.computeIfAbsent(slot.id(), id -> new LinkedHashSet<>()).addAll(fields);
        sources.getOrDefault(slot.id(), Set.of()).forEach(source -> read(source, fields));
    }

    /** What tells records apart is the key of their table; where the rows' plan does not tell it, all of their fields. */
    private void readIdentity(Slot slot, Plan rows) {
        List<FieldPath> key = keys.get(slot.id());
        if (!PlanTree.filledSlots(rows).get(slot.id())) {
            readWhole(slot);
        } else if (key != null) {
            read(slot, key);
        } else if (sources.containsKey(slot.id())) {
            sources.get(slot.id()).forEach(source -> readIdentity(source, rows));
        } else {
            readWhole(slot);
        }
    }

    private void readWhole(Slot slot) {
        whole.set(slot.id());
        sources.getOrDefault(slot.id(), Set.of()).forEach(this::readWhole);
    }
}
