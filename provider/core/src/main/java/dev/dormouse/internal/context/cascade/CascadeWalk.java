package dev.dormouse.internal.context.cascade;

import dev.dormouse.internal.context.AssociationSlot;
import dev.dormouse.internal.context.EntityTypes;
import jakarta.persistence.CascadeType;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The way of one operation over a graph of entities: along the associations that pass it on, every instance once, nearest first. It keeps
 * no stack, so a long chain of entities is no danger.
 */
public final class CascadeWalk {

    /** What a walk does with a collection that is not loaded. */
    public enum Reach {
        /** It goes to what is in memory. */
        LOADED,
        /** It loads, and goes also to those that orphan removal removes. */
        ALL_AND_ORPHANS
    }

    private final EntityTypes types;
    private final CascadeType operation;
    private final Reach reach;
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final ArrayDeque<Object> waiting = new ArrayDeque<>();

    /** Prepares a walk. */
    public CascadeWalk(EntityTypes types, CascadeType operation, Reach reach) {
        this.types = types;
        this.operation = operation;
        this.reach = reach;
    }

    /**
     * Walks.
     *
     * @param root where it begins
     * @param visit does the operation on one instance; false to leave out what lies behind it
     */
    public void from(Object root, Predicate<Object> visit) {
        add(root);
        Object next = waiting.poll();
        while (next != null) {
            if (visit.test(next)) {
                addTargets(next);
            }
            next = waiting.poll();
        }
    }

    private void add(Object instance) {
        if (seen.add(instance)) {
            waiting.add(instance);
        }
    }

    private void addTargets(Object instance) {
        for (AssociationSlot slot : types.ofInstance(instance).associations()) {
            boolean orphans = reach == Reach.ALL_AND_ORPHANS && slot.removesOrphans();
            if (!orphans && !slot.cascades(operation)) {
                continue;
            }
            AssociationSlot.TargetConsumer consumer = (association, target) -> {
                if (orphans || association.cascades(operation)) {
                    add(target);
                }
            };
            if (reach == Reach.LOADED) {
                slot.loadedTargets(instance, consumer);
            } else {
                slot.allTargets(instance, consumer);
            }
        }
    }
}
