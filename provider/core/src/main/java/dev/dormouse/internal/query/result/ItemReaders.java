package dev.dormouse.internal.query.result;

import dev.dormouse.internal.layout.DiscriminatorLayout;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.query.build.Selection;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.record.Key;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the reader of each kind of selection. */
final class ItemReaders {

    private ItemReaders() {}

    static ItemReader of(Selection selection) {
        if (selection instanceof Selection.Value value) {
            return value.type().conversion() == null
                    ? row -> row.value(value.slot())
                    : row -> value.type().toJava(row.value(value.slot()));
        }
        if (selection instanceof Selection.Entity entity) {
            return new EntityReader(entity);
        }
        if (selection instanceof Selection.Embeddable embeddable) {
            return new EmbeddableReader(embeddable);
        }
        if (selection instanceof Selection.CompositeId id) {
            return compositeId(id);
        }
        if (selection instanceof Selection.EntityType type) {
            return entityType(type);
        }
        if (selection instanceof Selection.Entry entry) {
            ItemReader key = of(entry.key());
            ItemReader value = of(entry.value());
            return row -> entry(key.read(row), value.read(row));
        }
        Selection.Construction construction = (Selection.Construction) selection;
        List<Class<?>> types = new ArrayList<>(
                construction.arguments().stream().map(Selection::javaType).toList());
        return new ConstructionReader(
                ResultConstructor.find(construction.type(), types), all(construction.arguments()));
    }

    /** Behind an outer join there may be no entry. */
    private static @Nullable Object entry(@Nullable Object key, @Nullable Object value) {
        return key == null && value == null ? null : new AbstractMap.SimpleImmutableEntry<>(key, value);
    }

    static List<ItemReader> all(List<Selection> selections) {
        List<ItemReader> readers = new ArrayList<>();
        selections.forEach(selection -> readers.add(of(selection)));
        return readers;
    }

    private static ItemReader compositeId(Selection.CompositeId id) {
        return row -> {
            Object[] parts = new Object[id.slots().size()];
            int next = 0;
            for (Slot slot : id.slots()) {
                Object part = row.value(slot);
                if (part == null) {
                    return null;
                }
                parts[next++] = part;
            }
            return id.layout().id().id(Key.of(parts));
        };
    }

    private static ItemReader entityType(Selection.EntityType type) {
        Slot slot = type.slot();
        if (slot == null) {
            return row -> type.layout().javaClass();
        }
        Map<Object, EntityLayout> layouts =
                type.layout().discriminator().map(DiscriminatorLayout::layouts).orElse(Map.of());
        return row -> {
            Object value = row.value(slot);
            EntityLayout layout = value == null ? null : layouts.get(value);
            return layout == null ? null : layout.javaClass();
        };
    }
}
