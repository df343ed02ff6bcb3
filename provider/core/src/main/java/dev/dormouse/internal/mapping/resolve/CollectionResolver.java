package dev.dormouse.internal.mapping.resolve;

import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.CollectionModel;
import dev.dormouse.internal.mapping.model.ColumnModel;
import dev.dormouse.internal.mapping.model.DatabaseName;
import dev.dormouse.internal.mapping.model.IdModel;
import dev.dormouse.internal.mapping.model.IdPart;
import dev.dormouse.internal.mapping.model.JoinColumnModel;
import dev.dormouse.internal.mapping.model.MapKeyModel;
import dev.dormouse.internal.mapping.model.TypeName;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.OrderByItem;
import dev.dormouse.internal.mapping.raw.RawAnnotation;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.MapKeyJoinColumns;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Resolves what collections have in common: kind, order, keys (sections 2.8, 11.1.45, 11.1.46 and 11.1.33 to 11.1.40). */
final class CollectionResolver {

    private final AttributeResolver attributes;
    private final BasicResolver basics;
    private final IdResolver ids;
    private final JoinColumnResolver joinColumns;

    CollectionResolver(
            AttributeResolver attributes, BasicResolver basics, IdResolver ids, JoinColumnResolver joinColumns) {
        this.attributes = attributes;
        this.basics = basics;
        this.ids = ids;
        this.joinColumns = joinColumns;
    }

    CollectionModel ofEntities(RawAttribute attribute, ManagedClass target, Place place) {
        List<CollectionModel.OrderItem> orderBy = orderBy(
                attribute,
                () -> ids.idOf(target).parts().stream().map(IdPart::path).toList());
        return new CollectionModel(
                kind(attribute), orderBy, orderColumn(attribute), key(attribute, place, Optional.of(target)));
    }

    CollectionModel ofElements(RawAttribute attribute, Place place) {
        List<CollectionModel.OrderItem> orderBy = orderBy(attribute, () -> List.of(AttributePath.EMPTY));
        return new CollectionModel(
                kind(attribute), orderBy, orderColumn(attribute), key(attribute, place, Optional.empty()));
    }

    private static CollectionModel.Kind kind(RawAttribute attribute) {
        return attribute.collectionKind().orElseThrow(() -> new Unresolved(attribute.name()));
    }

    private static List<CollectionModel.OrderItem> orderBy(
            RawAttribute attribute, Supplier<List<AttributePath>> byDefault) {
        Optional<String> written = attribute.find(OrderBy.class).map(order -> order.text("value"));
        if (written.isEmpty()) {
            return List.of();
        }
        List<OrderByItem> items = OrderByItem.parse(written.get());
        if (items.isEmpty()) {
            return byDefault.get().stream()
                    .map(path -> new CollectionModel.OrderItem(path, false))
                    .toList();
        }
        boolean isWholeKey = items.size() == 1 && items.get(0).path().isEmpty();
        return isWholeKey
                ? byDefault.get().stream()
                        .map(path ->
                                new CollectionModel.OrderItem(path, items.get(0).isDescending()))
                        .toList()
                : items.stream()
                        .map(item -> new CollectionModel.OrderItem(item.path(), item.isDescending()))
                        .toList();
    }

    private static @Nullable ColumnModel orderColumn(RawAttribute attribute) {
        return attribute
                .find(OrderColumn.class)
                .map(written -> Columns.column(written, DatabaseName.of(attribute.name() + "_ORDER")))
                .orElse(null);
    }

    private @Nullable MapKeyModel key(RawAttribute attribute, Place place, Optional<ManagedClass> target) {
        if (!attribute.isMap()) {
            return null;
        }
        Optional<RawAnnotation> mapKey = attribute.find(MapKey.class);
        if (mapKey.isPresent()) {
            return keyOfAttribute(attribute, AttributePath.parse(mapKey.get().text("name")), target);
        }
        TypeName type = attribute.keyType().orElseThrow(() -> new Unresolved(attribute.name()));
        Optional<ManagedClass> entity = attribute.owner().unit().entity(type.name());
        if (entity.isPresent()) {
            return new MapKeyModel.Entity(type, entity.get().entityName(), keyColumns(attribute, entity.get()));
        }
        Overrides overrides = place.overridesOf(attribute).within("key");
        Optional<ManagedClass> embeddable = attribute.embeddable(type);
        if (embeddable.isPresent()) {
            return new MapKeyModel.Embeddable(
                    attributes.embedded(embeddable.get(), place.within(attribute, overrides)));
        }
        ColumnModel column = Columns.column(
                overrides.column().or(() -> attribute.find(MapKeyColumn.class)),
                DatabaseName.of(attribute.name() + "_KEY"));
        return new MapKeyModel.Basic(basics.key(attribute, type, overrides.conversion()), column);
    }

    private List<JoinColumnModel> keyColumns(RawAttribute attribute, ManagedClass keyEntity) {
        List<RawAnnotation> written =
                JoinColumnResolver.written(attribute, MapKeyJoinColumn.class, MapKeyJoinColumns.class);
        String prefix = attribute.name() + "_KEY";
        List<JoinColumnModel> columns = joinColumns.columns(written, keyEntity, prefix, attribute);
        boolean isDefaultName = columns.size() == 1
                && (written.isEmpty() || written.get(0).text("name").isEmpty());
        if (!isDefaultName) {
            return columns;
        }
        JoinColumnModel only = columns.get(0);
        return List.of(new JoinColumnModel(
                only.column().withName(DatabaseName.of(prefix)), only.referencedColumn(), only.referencedAttribute()));
    }

    private MapKeyModel keyOfAttribute(RawAttribute attribute, AttributePath written, Optional<ManagedClass> target) {
        AttributePath path = written;
        if (written.isEmpty() && target.isPresent()) {
            IdModel id = ids.idOf(target.get());
            path = id instanceof IdModel.OfClass
                    ? AttributePath.EMPTY
                    : AttributePath.of(id.attributes().get(0));
        }
        AttributePath found = path;
        TypeName type = attribute
                .keyType()
                .or(() -> target.flatMap(entity -> entity.find(found)).map(RawAttribute::type))
                .orElseThrow(() -> new Unresolved(attribute.name()));
        return new MapKeyModel.OfAttribute(type, path);
    }
}
