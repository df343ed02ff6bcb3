package dev.dormouse.internal.context.cascade;

import dev.dormouse.internal.context.AssociationSlot;
import dev.dormouse.internal.context.EntityTypes;
import jakarta.persistence.CascadeType;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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
    private final ArrayDeque<Object> waiting = new ArrayDeque<>(4);

    /** What the walk has come to; null as long as that is where it began. */
    private @Nullable Set<Object> seen;

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
        Object next = root;
        while (next != null) {
            if (visit.test(next)) {
                addTargets(root, next);
            }
            next = waiting.poll();
        }
    }

    private void add(Object root, Object target) {
        Set<Object> known = seen;
        if (known == null) {
            known = Collections.newSetFromMap(new IdentityHashMap<>());
            known.add(root);
            seen = known;
        }
        if (known.add(target)) {
            waiting.add(target);
        }
    }

    private void addTargets(Object root, Object instance) {
        for (AssociationSlot slot : types.ofInstance(instance).associations()) {
            boolean orphans = reach == Reach.ALL_AND_ORPHANS && slot.removesOrphans();
            if (!orphans && !slot.cascades(operation)) {
                continue;
            }
            if (slot.isToOne()) {
                Object target = reach == Reach.LOADED ? slot.loadedTarget(instance) : slot.get(instance);
                if (target != null) {
                    add(root, target);
                }
                continue;
            }
            AssociationSlot.TargetConsumer consumer = (association, target) -> {
                if (orphans || association.cascades(operation)) {
                    add(root, target);
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
