package dev.dormouse.internal.context.load;

import dev.dormouse.internal.context.EntityEntry;
import dev.dormouse.internal.layout.AttributeLocation;
import dev.dormouse.internal.layout.BasicLocation;
import dev.dormouse.internal.layout.EmbeddedLocation;
import dev.dormouse.internal.layout.MapKeyLocation;
import dev.dormouse.internal.layout.ToManyLocation;
import dev.dormouse.internal.mapping.model.CollectionModel;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexPart;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.ValueOrder;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Brings the members of a collection of entities into their order, and gives those of a map their keys. */
final class CollectionOrder {

    private final Hydration hydration;

    CollectionOrder(Hydration hydration) {
        this.hydration = hydration;
    }

    List<?> arrange(ToManyLocation location, List<CollectionReader.Member> members) {
        Comparator<CollectionReader.Member> order = order(location);
        if (order != null) {
            members.sort(order);
        }
        List<Object> elements = new ArrayList<>(members.size());
        MapKeyLocation key = location.key();
        for (CollectionReader.Member member : members) {
            Object entity = member.entity().instance();
            elements.add(key == null ? entity : new AbstractMap.SimpleEntry<>(key(key, member), entity));
        }
        return elements;
    }

    private static @Nullable Comparator<CollectionReader.Member> order(ToManyLocation location) {
        FieldPath position = location.position();
        if (position != null) {
            return Comparator.comparing(CollectionReader.Member::place, byField(position, false));
        }
        Comparator<RecordView> order = null;
        for (IndexPart part : parts(location)) {
            Comparator<RecordView> next = byField(part.path(), part.descending());
            order = order == null ? next : order.thenComparing(next);
        }
        return order == null ? null : Comparator.comparing(CollectionReader.Member::record, order);
    }

    /** Returns the fields of the targets that a collection is ordered by. */
    static List<IndexPart> parts(ToManyLocation location) {
        List<IndexPart> parts = new ArrayList<>();
        for (CollectionModel.OrderItem item : location.collection().orderBy()) {
            List<FieldPath> fields = item.path().isEmpty()
                    ? location.target().table().primaryKey()
                    : fields(location.target().location(item.path()));
            fields.forEach(field -> parts.add(new IndexPart(field, item.isDescending())));
        }
        return parts;
    }

    private static List<FieldPath> fields(AttributeLocation location) {
        if (location instanceof BasicLocation basic) {
            return List.of(basic.field());
        }
        return location instanceof EmbeddedLocation embedded ? embedded.fields() : List.of();
    }

    private static Comparator<RecordView> byField(FieldPath field, boolean isDescending) {
        BasicType type = (BasicType) field.type();
        Comparator<RecordView> ascending = (a, b) -> ValueOrder.compare(type, a.get(field), b.get(field));
        return isDescending ? ascending.reversed() : ascending;
    }

    private @Nullable Object key(MapKeyLocation location, CollectionReader.Member member) {
        if (location instanceof MapKeyLocation.OfAttribute attribute) {
            EntityEntry entity = member.entity();
            return attribute.path().isEmpty()
                    ? entity.type().layout().id().id(Objects.requireNonNull(entity.key()))
                    : entity.type().layout().get(entity.instance(), attribute.path());
        }
        if (location instanceof MapKeyLocation.Entity entity) {
            Key key = Key.of(member.place(), entity.fields());
            return hydration
                    .referred()
                    .reference(hydration.types().of(entity.target()), key, false)
                    .instance();
        }
        return value(((MapKeyLocation.Stored) location).location(), member.place());
    }

    private static @Nullable Object value(AttributeLocation location, RecordView view) {
        if (location instanceof BasicLocation basic) {
            return basic.conversion().toJava(view.get(basic.field()));
        }
        EmbeddedLocation embedded = (EmbeddedLocation) location;
        @Nullable Object[] values = new Object[embedded.value().attributes().size()];
        embedded.members()
                .forEach((name, member) -> values[embedded.value().attributes().position(name)] = value(member, view));
        if (embedded.value().isRecord()) {
            return embedded.accessor().construct(values);
        }
        Object instance = embedded.accessor().newInstance();
        for (int i = 0; i < values.length; i++) {
            embedded.accessor().set(instance, i, values[i]);
        }
        return instance;
    }
}
