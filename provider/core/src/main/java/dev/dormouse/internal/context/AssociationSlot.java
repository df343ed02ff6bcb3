package dev.dormouse.internal.context;

import dev.dormouse.enhanced.AttributeState;
import dev.dormouse.internal.enhance.attribute.DeferringState;
import dev.dormouse.internal.enhance.attribute.TrackedAttributes;
import dev.dormouse.internal.enhance.attribute.UnloadedAttribute;
import dev.dormouse.internal.enhance.collection.CollectionState;
import dev.dormouse.internal.enhance.collection.PersistentCollection;
import dev.dormouse.internal.layout.AssociationLocation;
import dev.dormouse.internal.layout.CollectionLocation;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.layout.Reference;
import dev.dormouse.internal.layout.ToManyLocation;
import dev.dormouse.internal.layout.ToOneLocation;
import dev.dormouse.internal.mapping.model.Association;
import jakarta.persistence.CascadeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An association or element collection of an entity class, with the way to its value in an instance. Immutable. */
public final class AssociationSlot {

    /** What is done with an entity that is referred to. */
    @FunctionalInterface
    public interface TargetConsumer {
        /**
         * Takes one.
         *
         * @param association the association that refers to it
         * @param target the entity, never null
         */
        void accept(Association association, Object target);
    }

    private final EntityLayout owner;
    private final AssociationLocation location;
    private final int number;
    private final int position;
    private final boolean isCollection;
    private final @Nullable Association association;
    private final Set<CascadeType> cascade;
    private final List<ElementReference> inElements;

    AssociationSlot(EntityLayout owner, AssociationLocation location, int number) {
        this.owner = owner;
        this.number = number;
        this.location = location;
        this.position = location.path().length() == 1
                ? owner.model().attributes().position(location.path().head())
                : -1;
        this.isCollection = location instanceof CollectionLocation;
        this.association = associationOf(location);
        this.inElements = ElementReference.in(location);
        this.cascade = EnumSet.noneOf(CascadeType.class);
        if (association == null) {
            inElements.forEach(
                    reference -> cascade.addAll(reference.association().cascade()));
        } else {
            cascade.addAll(association.cascade());
        }
    }

    private static @Nullable Association associationOf(AssociationLocation location) {
        if (location instanceof ToOneLocation toOne) {
            return toOne.attribute().association();
        }
        return location instanceof ToManyLocation toMany ? toMany.attribute().association() : null;
    }

    /** Returns where the association is. */
    public AssociationLocation location() {
        return location;
    }

    /** Returns the place of this slot among those of its entity. */
    int number() {
        return number;
    }

    /** Returns whether the flush needs to know which value was there before. */
    public boolean isTracked() {
        return isCollection() || removesOrphans() || (isOwning() && reference() instanceof Reference.InJoinTable);
    }

    /** Returns whether the value, or an element of it, is an entity. */
    public boolean refersToEntities() {
        return association != null || !inElements.isEmpty();
    }

    /** Returns whether the value is a collection. */
    public boolean isCollection() {
        return isCollection;
    }

    /** Returns the association; null for an element collection. */
    public @Nullable Association association() {
        return association;
    }

    /** Returns whether there can be entities behind this slot at all. */
    public boolean hasTargets() {
        return association != null || !inElements.isEmpty();
    }

    /** Returns whether an operation is passed on to a target of this slot. */
    public boolean cascades(CascadeType operation) {
        return cascade.contains(operation);
    }

    /** Returns whether a target that leaves the association is removed. */
    public boolean removesOrphans() {
        return association != null && association.isOrphanRemoval();
    }

    /** Returns whether this side writes the association; an element collection is always written. */
    public boolean isOwning() {
        return association == null || reference().isOwning();
    }

    /** Returns where the references of an association are kept. */
    public Reference reference() {
        return location instanceof ToOneLocation toOne ? toOne.reference() : ((ToManyLocation) location).reference();
    }

    /** Returns whether the value is an entity. */
    public boolean isToOne() {
        return !isCollection;
    }

    /** Returns whether this is a reference to one entity in fields of the record. */
    public boolean isInRecord() {
        return isToOne() && reference() instanceof Reference.InOwner;
    }

    /** Returns the value in an instance; a collection is not loaded by this. */
    public @Nullable Object get(Object instance) {
        if (position < 0) {
            return owner.get(instance, location.path());
        }
        AttributeState.reading(instance, location.path().head());
        return owner.accessor().get(instance, position);
    }

    /** Returns whether the value is still to be loaded: by an enhanced instance, which can do so when it is touched. */
    public boolean isUnloaded(Object instance) {
        boolean isUnloaded =
                TrackedAttributes.isUnloaded(instance, location.path().head());
        if (isUnloaded || position >= 0) {
            return isUnloaded;
        }
        Object holder = holder(instance);
        return holder != null && DeferringState.isUnloaded(holder, instance, location.path());
    }

    private @Nullable Object holder(Object instance) {
        return position >= 0 ? instance : owner.get(instance, location.path().parent());
    }

    /** Returns whether an unloaded attribute is that of this slot, in the entity or in the embeddable that it still has. */
    public boolean is(UnloadedAttribute attribute) {
        return attribute.isAt(location.path()) && holder(attribute.instance()) == attribute.holder();
    }

    /** Sets the value in an instance. */
    public void set(Object instance, @Nullable Object value) {
        if (position >= 0) {
            AttributeState.writing(instance, location.path().head());
            owner.accessor().set(instance, position, value);
        } else {
            owner.set(instance, location.path(), value);
        }
    }

    /** Returns the state of a persistent collection in an instance; null for another collection, for null and for a reference to one. */
    public @Nullable CollectionState collection(Object instance) {
        return isCollection() && get(instance) instanceof PersistentCollection collection
                ? collection.dormouseState()
                : null;
    }

    /** Returns what a reference to one entity has in memory; null for nothing, and where it is unloaded. */
    public @Nullable Object loadedTarget(Object instance) {
        if (isUnloaded(instance)) {
            return null;
        }
        return position < 0
                ? owner.get(instance, location.path())
                : owner.accessor().get(instance, position);
    }

    /** Hands on the targets that are in memory; an unloaded collection gives what was added to it only. */
    public void loadedTargets(Object instance, TargetConsumer consumer) {
        if (isUnloaded(instance)) {
            return;
        }
        Object value = get(instance);
        if (isCollection
                && value instanceof PersistentCollection collection
                && !collection.dormouseState().isLoaded()) {
            targetsOf(collection.dormouseState().queued(), consumer);
        } else {
            targets(value, consumer);
        }
    }

    /** Hands on all targets; loads a collection that is not loaded. */
    public void allTargets(Object instance, TargetConsumer consumer) {
        targets(get(instance), consumer);
    }

    private void targets(@Nullable Object value, TargetConsumer consumer) {
        if (value == null) {
            return;
        }
        if (association != null && !isCollection()) {
            consumer.accept(association, value);
        } else {
            targetsOf(elements(value), consumer);
        }
    }

    /** Returns a copy of the elements of a collection value, for a map of its values; loads it if needed. */
    public static List<@Nullable Object> elements(Object value) {
        return new ArrayList<>(value instanceof Map<?, ?> map ? map.values() : (Collection<?>) value);
    }

    private void targetsOf(Collection<?> elements, TargetConsumer consumer) {
        for (Object element : elements) {
            Object target = element instanceof Map.Entry<?, ?> entry ? entry.getValue() : element;
            if (target == null) {
                continue;
            }
            if (association != null) {
                consumer.accept(association, target);
            } else {
                inElements.forEach(reference -> reference.target(target, consumer));
            }
        }
    }
}
