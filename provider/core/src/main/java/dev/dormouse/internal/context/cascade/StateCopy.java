package dev.dormouse.internal.context.cascade;

import dev.dormouse.internal.context.AssociationSlot;
import dev.dormouse.internal.context.EntityType;
import dev.dormouse.internal.context.EntityTypes;
import dev.dormouse.internal.enhance.attribute.DeferringState;
import dev.dormouse.internal.layout.AttributeLocation;
import dev.dormouse.internal.layout.CollectionLocation;
import dev.dormouse.internal.layout.ElementsLocation;
import dev.dormouse.internal.layout.EmbeddedLocation;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.layout.MapKeyLocation;
import dev.dormouse.internal.layout.ToManyLocation;
import dev.dormouse.internal.layout.ToOneLocation;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.Attributes;
import dev.dormouse.internal.mapping.model.BasicAttribute;
import dev.dormouse.internal.mapping.model.CollectionModel;
import dev.dormouse.internal.mapping.model.EmbeddedAttribute;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Copies the state of an instance to a managed copy: all but id, version and what was not fetched. */
final class StateCopy {

    private final EntityTypes types;
    private final UnaryOperator<Object> managed;

    /**
     * Prepares copying.
     *
     * @param managed what a reference to an entity becomes
     */
    StateCopy(EntityTypes types, UnaryOperator<Object> managed) {
        this.types = types;
        this.managed = managed;
    }

    void copy(EntityType type, Object source, Object target) {
        if (source != target) {
            copyBasics(type, source, target);
        }
        for (AssociationSlot slot : type.associations()) {
            if (!Merge.isFetched(slot, source)) {
                continue;
            }
            if (slot.isCollection()) {
                copyCollection(slot, source, target);
            } else {
                Object value = slot.get(source);
                Object now = value == null ? null : managed.apply(value);
                if (slot.get(target) != now) {
                    slot.set(target, now);
                }
            }
        }
    }

    private static void copyBasics(EntityType type, Object source, Object target) {
        for (AttributeModel attribute : type.model().attributes()) {
            boolean isVersion = attribute.name().equals(type.model().version());
            if (!isVersion && !type.model().isId(attribute.name())) {
                copyBasic(type.layout(), AttributePath.of(attribute.name()), attribute, source, target);
            }
        }
    }

    private static void copyBasic(
            EntityLayout layout, AttributePath path, AttributeModel attribute, Object source, Object target) {
        if (attribute instanceof BasicAttribute) {
            Object holder = path.length() == 1 ? source : layout.get(source, path.parent());
            if (holder != null && DeferringState.isUnloaded(holder, source, path)) {
                return;
            }
            layout.set(target, path, layout.get(source, path));
        } else if (attribute instanceof EmbeddedAttribute embedded) {
            if (layout.get(source, path) == null) {
                layout.set(target, path, null);
                return;
            }
            Attributes members = embedded.value().attributes();
            for (AttributeModel member : members) {
                copyBasic(layout, path.child(member.name()), member, source, target);
            }
        }
    }

    private void copyCollection(AssociationSlot slot, Object source, Object target) {
        CollectionLocation location = (CollectionLocation) slot.location();
        Object from = slot.get(source);
        Object to = slot.get(target);
        if (from == to && from == null) {
            return;
        }
        UnaryOperator<@Nullable Object> element = source == target ? UnaryOperator.identity() : elementOf(location);
        if (location.collection().kind() == CollectionModel.Kind.MAP) {
            UnaryOperator<@Nullable Object> key = source == target ? UnaryOperator.identity() : keyOf(location);
            copyMap(slot, from == null ? Map.of() : (Map<?, ?>) from, key, element, target);
        } else {
            copyElements(slot, from == null ? List.of() : (Collection<?>) from, element, target);
        }
    }

    @SuppressWarnings("unchecked")
    private void copyElements(
            AssociationSlot slot, Collection<?> from, UnaryOperator<@Nullable Object> copy, Object target) {
        List<@Nullable Object> elements = new ArrayList<>(from.size());
        from.forEach(element -> elements.add(element(slot, copy.apply(element))));
        Collection<@Nullable Object> to = (Collection<@Nullable Object>) slot.get(target);
        if (to == null) {
            boolean isSet = ((CollectionLocation) slot.location()).collection().kind() == CollectionModel.Kind.SET;
            slot.set(target, isSet ? new LinkedHashSet<>(elements) : elements);
        } else if (!isSame(slot, elements, to)) {
            to.clear();
            to.addAll(elements);
        }
    }

    @SuppressWarnings("unchecked")
    private void copyMap(
            AssociationSlot slot,
            Map<?, ?> from,
            UnaryOperator<@Nullable Object> copyOfKey,
            UnaryOperator<@Nullable Object> copy,
            Object target) {
        Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
        from.forEach((key, value) -> entries.put(key(copyOfKey.apply(key)), element(slot, copy.apply(value))));
        Map<@Nullable Object, @Nullable Object> to = (Map<@Nullable Object, @Nullable Object>) slot.get(target);
        if (to == null) {
            slot.set(target, entries);
        } else if (!to.equals(entries)) {
            to.clear();
            to.putAll(entries);
        }
    }

    /** An embeddable belongs to one owner, so the managed copy gets one of its own. */
    private UnaryOperator<@Nullable Object> elementOf(CollectionLocation location) {
        return location instanceof ElementsLocation elements && elements.element() instanceof EmbeddedLocation embedded
                ? element -> element == null ? null : copied(embedded, element)
                : UnaryOperator.identity();
    }

    private UnaryOperator<@Nullable Object> keyOf(CollectionLocation location) {
        MapKeyLocation place =
                location instanceof ElementsLocation elements ? elements.key() : ((ToManyLocation) location).key();
        return place instanceof MapKeyLocation.Stored stored && stored.location() instanceof EmbeddedLocation embedded
                ? key -> key == null ? null : copied(embedded, key)
                : UnaryOperator.identity();
    }

    private Object copied(EmbeddedLocation location, Object embeddable) {
        List<AttributeModel> attributes = location.value().attributes().list();
        @Nullable Object[] values = new Object[attributes.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = location.get(embeddable, i);
            AttributeLocation member = location.member(attributes.get(i).name());
            if (value != null && member instanceof EmbeddedLocation embedded) {
                value = copied(embedded, value);
            } else if (value != null && member instanceof ToOneLocation) {
                value = managed.apply(value);
            }
            values[i] = value;
        }
        return location.make(values);
    }

    private @Nullable Object key(@Nullable Object key) {
        return key != null && types.find(key.getClass()) != null ? managed.apply(key) : key;
    }

    private @Nullable Object element(AssociationSlot slot, @Nullable Object element) {
        return element == null || slot.association() == null ? element : managed.apply(element);
    }

    private static boolean isSame(AssociationSlot slot, List<@Nullable Object> elements, Collection<?> others) {
        if (elements.size() != others.size()) {
            return false;
        }
        boolean isEntity = slot.association() != null;
        Iterator<?> other = others.iterator();
        for (Object element : elements) {
            Object next = other.next();
            if (isEntity ? element != next : !Objects.equals(element, next)) {
                return false;
            }
        }
        return true;
    }
}
