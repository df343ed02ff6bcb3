package dev.dormouse.internal.context;

import dev.dormouse.internal.enhance.attribute.UnloadedAttribute;
import dev.dormouse.internal.layout.AssociationLocation;
import dev.dormouse.internal.layout.CollectionLocation;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.layout.ToOneLocation;
import dev.dormouse.internal.mapping.model.CallbackKind;
import dev.dormouse.internal.mapping.model.EntityModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a context knows of one entity class: layout, callbacks, and its associations ready to be walked. One for each factory; immutable. */
public final class EntityType {

    private final EntityLayout layout;
    private final EntityCallbacks callbacks;
    private final EntityValidation validation;
    private final List<AssociationSlot> associations;
    private final List<AssociationSlot> collections;
    private final List<AssociationSlot> tracked;
    private final List<AssociationSlot> references;
    private final boolean hasOneConcreteClass;

    EntityType(EntityLayout layout, EntityCallbacks callbacks, EntityValidation validation) {
        this.layout = layout;
        this.callbacks = callbacks;
        this.validation = validation;
        List<AssociationSlot> slots = new ArrayList<>();
        for (AssociationLocation location : layout.associations()) {
            slots.add(new AssociationSlot(layout, location, slots.size()));
        }
        this.associations = List.copyOf(slots);
        this.tracked = associations.stream().filter(AssociationSlot::isTracked).toList();
        this.references =
                associations.stream().filter(AssociationSlot::isInRecord).toList();
        this.collections = associations.stream()
                .filter(slot -> slot.location() instanceof CollectionLocation)
                .toList();
        this.hasOneConcreteClass =
                layout.withSubLayouts().size() == 1 && !layout.model().isAbstract();
    }

    /** Returns the layout. */
    public EntityLayout layout() {
        return layout;
    }

    /** Returns the mapping. */
    public EntityModel model() {
        return layout.model();
    }

    /** Returns the entity name. */
    public String name() {
        return layout.model().name();
    }

    /** Returns whether every record that this type may refer to is of exactly this class. */
    public boolean hasOneConcreteClass() {
        return hasOneConcreteClass;
    }

    /** Returns all associations and element collections. */
    public List<AssociationSlot> associations() {
        return associations;
    }

    /** Returns those that hold collections. */
    public List<AssociationSlot> collections() {
        return collections;
    }

    /** Returns those whose value before a change is kept. */
    public List<AssociationSlot> tracked() {
        return tracked;
    }

    /** Returns the references to one entity that the record has. */
    public List<AssociationSlot> references() {
        return references;
    }

    /** Returns the association at a location of this type's layout. */
    public AssociationSlot slot(AssociationLocation location) {
        for (AssociationSlot slot : associations) {
            if (slot.location() == location) {
                return slot;
            }
        }
        throw new AssertionError("not an association of " + name() + ": " + location.description());
    }

    /** Returns whether an unloaded attribute is an association to one whose targets may be of an entity. */
    public boolean refersTo(UnloadedAttribute attribute, EntityLayout target) {
        for (AssociationSlot slot : associations) {
            if (slot.location() instanceof ToOneLocation toOne && attribute.isAt(toOne.path())) {
                return toOne.target().root() == target.root();
            }
        }
        return false;
    }

    /** Returns whether an event has a callback. */
    public boolean hasCallback(CallbackKind kind) {
        return callbacks.has(kind);
    }

    /** Calls the callbacks of an event, then validates. */
    public void call(CallbackKind kind, Object entity) {
        callbacks.call(kind, entity);
        validation.validate(kind, entity);
    }

    /** Returns the entity with its id for messages, as {@code Order[7]}. */
    public String describe(@Nullable Object id) {
        return name() + "[" + id + "]";
    }

    @Override
    public String toString() {
        return name();
    }
}
