package dev.dormouse.internal.context.cascade;

import dev.dormouse.internal.context.AssociationSlot;
import dev.dormouse.internal.context.EntityType;
import dev.dormouse.internal.context.EntityTypes;
import dev.dormouse.internal.layout.CollectionLocation;
import dev.dormouse.internal.layout.EntityLayout;
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
        if (location.collection().kind() == CollectionModel.Kind.MAP) {
            copyMap(slot, from == null ? Map.of() : (Map<?, ?>) from, target);
        } else {
            copyElements(slot, from == null ? List.of() : (Collection<?>) from, target);
        }
    }

    @SuppressWarnings("unchecked")
    private void copyElements(AssociationSlot slot, Collection<?> from, Object target) {
        List<@Nullable Object> elements = new ArrayList<>(from.size());
        from.forEach(element -> elements.add(element(slot, element)));
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
    private void copyMap(AssociationSlot slot, Map<?, ?> from, Object target) {
        Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
        from.forEach((key, value) -> entries.put(key(key), element(slot, value)));
        Map<@Nullable Object, @Nullable Object> to = (Map<@Nullable Object, @Nullable Object>) slot.get(target);
        if (to == null) {
            slot.set(target, entries);
        } else if (!to.equals(entries)) {
            to.clear();
            to.putAll(entries);
        }
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
