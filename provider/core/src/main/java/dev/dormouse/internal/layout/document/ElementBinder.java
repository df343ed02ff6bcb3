package dev.dormouse.internal.layout.document;

import dev.dormouse.internal.enhance.ClassAccessor;
import dev.dormouse.internal.layout.AttributeLocation;
import dev.dormouse.internal.layout.BareLocation;
import dev.dormouse.internal.layout.BasicLocation;
import dev.dormouse.internal.layout.ElementsLocation;
import dev.dormouse.internal.layout.EmbeddedLocation;
import dev.dormouse.internal.layout.LayoutMessages;
import dev.dormouse.internal.layout.MapKeyLocation;
import dev.dormouse.internal.layout.transfer.ArrayOrder;
import dev.dormouse.internal.layout.transfer.ArrayTransfer;
import dev.dormouse.internal.layout.transfer.ElementCodec;
import dev.dormouse.internal.layout.transfer.ElementCodecs;
import dev.dormouse.internal.layout.transfer.EmbeddableTransfer;
import dev.dormouse.internal.layout.value.ValueConversion;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.CollectionModel;
import dev.dormouse.internal.mapping.model.ElementCollectionAttribute;
import dev.dormouse.internal.mapping.model.ElementModel;
import dev.dormouse.internal.mapping.model.MapKeyModel;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.RecordType;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Binds element collections: the array, the fields of its elements and their codec. */
final class ElementBinder {

    private final Binder binder;
    private final CollectionBinder collections;

    ElementBinder(AttributeBinder attributes) {
        this.binder = attributes.binder();
        this.collections = new CollectionBinder(attributes);
    }

    /** The elements of a collection, whose codec is to know the collection. */
    private record Element(
            AttributeLocation location, @Nullable MapKeyLocation key, Function<ElementsLocation, ElementCodec> codec) {}

    /** A side of an entry. */
    private record EntrySide(
            @Nullable AttributeLocation location,
            @Nullable MapKeyLocation key,
            Function<ElementsLocation, ElementCodecs.Side> side) {}

    CollectionBinder.BoundArray bind(
            Scope scope, ClassAccessor accessor, int position, ElementCollectionAttribute attribute) {
        FieldPath array = collections.array(scope, attribute);
        Element element = element(scope, attribute, array);
        ElementsLocation location = new ElementsLocation(
                attribute,
                scope.path().child(attribute.name()),
                scope.describe(attribute.name()),
                array,
                element.location,
                element.key);
        ArrayTransfer transfer = new ArrayTransfer(accessor, position, location, array, element.codec.apply(location));
        return new CollectionBinder.BoundArray(location, transfer, order(attribute.collection(), element.location));
    }

    private Element element(Scope scope, ElementCollectionAttribute attribute, FieldPath array) {
        TableDraft draft = binder.drafts()
                .elementsOf(scope.draft(), attribute, scope.path().child(attribute.name()));
        if (draft == null) {
            ValueConversion conversion = binder.conversions().of(((ElementModel.Basic) attribute.element()).value());
            return new Element(new BareLocation(conversion), null, location -> new ElementCodecs.Bare(conversion));
        }
        RecordType type = array.type() instanceof ArrayType of && of.element() instanceof RecordType record
                ? record
                : draft.fields().type();
        ElementFields fields = new ElementFields(
                type, draft, column -> binder.table(scope.entity().table())
                        .failures()
                        .add(LayoutMessages.COLUMN_MISSING, array, column, "of an element"));
        Scope inner = new Scope(scope.entity(), fields, draft.name(), AttributePath.EMPTY, true);
        MapKeyModel key = attribute.collection().key();
        if (key != null) {
            return entry(inner, attribute, key);
        }
        EmbeddableTransfer transfer =
                collections.embeddable(inner, ((ElementModel.Embeddable) attribute.element()).value(), List.of());
        return new Element(transfer.location(), null, location -> new ElementCodecs.Embeddable(transfer));
    }

    private Element entry(Scope scope, ElementCollectionAttribute attribute, MapKeyModel key) {
        EntrySide keySide = key(scope, key);
        EntrySide valueSide = value(scope, attribute.element());
        return new Element(
                Objects.requireNonNull(valueSide.location),
                keySide.key,
                location -> new ElementCodecs.Entries(keySide.side.apply(location), valueSide.side.apply(location)));
    }

    private EntrySide key(Scope scope, MapKeyModel key) {
        if (key instanceof MapKeyModel.Entity entity) {
            ReferenceBinder.ForeignKey reference = collections.keyReference(scope.fields(), entity);
            DocumentEntityLayout target = binder.entity(entity.target());
            CollectionBinder.TargetFields fields =
                    new CollectionBinder.TargetFields(target, reference.fields(), reference.referred());
            MapKeyLocation location = new MapKeyLocation.Entity(target, reference.fields());
            return new EntrySide(
                    null,
                    location,
                    of -> new ElementCodecs.EntitySide(
                            of, CollectionBinder.reference(of.attribute(), of.path(), of.description(), fields)));
        }
        EntrySide stored = key instanceof MapKeyModel.Basic basic
                ? basic(collections.location(basic.value(), scope.fields().at(List.of(AttributeDrafter.KEY))))
                : embeddable(collections.embeddable(
                        scope.within(AttributeDrafter.KEY),
                        ((MapKeyModel.Embeddable) key).value(),
                        List.of(AttributeDrafter.KEY)));
        return new EntrySide(
                stored.location, new MapKeyLocation.Stored(Objects.requireNonNull(stored.location)), stored.side);
    }

    private EntrySide value(Scope scope, ElementModel value) {
        return value instanceof ElementModel.Basic basic
                ? basic(collections.location(basic.value(), scope.fields().at(List.of(AttributeDrafter.VALUE))))
                : embeddable(collections.embeddable(
                        scope.within(AttributeDrafter.VALUE),
                        ((ElementModel.Embeddable) value).value(),
                        List.of(AttributeDrafter.VALUE)));
    }

    private static EntrySide basic(BasicLocation location) {
        return new EntrySide(location, null, of -> new ElementCodecs.BasicSide(location));
    }

    private static EntrySide embeddable(EmbeddableTransfer transfer) {
        return new EntrySide(transfer.location(), null, of -> new ElementCodecs.EmbeddableSide(transfer));
    }

    private static ArrayOrder order(CollectionModel collection, AttributeLocation element) {
        ArrayOrder order = new ArrayOrder();
        for (CollectionModel.OrderItem item : collection.orderBy()) {
            AttributeLocation at = element;
            for (String name : item.path().names()) {
                at = ((EmbeddedLocation) at).member(name);
            }
            if (at instanceof BasicLocation basic) {
                order.add(basic.field(), (BasicType) basic.field().type(), item.isDescending());
            } else if (at instanceof BareLocation bare) {
                order.add(null, bare.conversion().storeType(), item.isDescending());
            } else {
                throw new AssertionError("cannot order by " + item.path());
            }
        }
        return order;
    }
}
