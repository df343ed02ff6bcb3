package dev.dormouse.internal.query.build;

import dev.dormouse.failure.NearestName;
import dev.dormouse.failure.QueryMessages;
import dev.dormouse.internal.layout.AttributeLocation;
import dev.dormouse.internal.layout.BareLocation;
import dev.dormouse.internal.layout.BasicLocation;
import dev.dormouse.internal.layout.CollectionLocation;
import dev.dormouse.internal.layout.ElementsLocation;
import dev.dormouse.internal.layout.EmbeddedLocation;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.layout.MapKeyLocation;
import dev.dormouse.internal.layout.Reference;
import dev.dormouse.internal.layout.ToManyLocation;
import dev.dormouse.internal.layout.ToOneLocation;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.Attributes;
import dev.dormouse.internal.mapping.model.BasicAttribute;
import dev.dormouse.internal.mapping.model.BasicValue;
import dev.dormouse.internal.mapping.model.CollectionModel;
import dev.dormouse.internal.mapping.model.ElementModel;
import dev.dormouse.internal.mapping.model.IdModel;
import dev.dormouse.internal.mapping.model.MapKeyModel;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.record.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Follows attributes: from an operand to that of its attribute, joining only where the fields are not at hand. */
final class Navigation {

    private final FromClause from;

    Navigation(FromClause from) {
        this.from = from;
    }

    /** Returns the attribute of an entity or embeddable. */
    Operand attribute(Operand owner, String name) {
        if (owner instanceof Operand.Entity entity) {
            Attributes attributes = entity.layout().model().attributes();
            AttributeModel attribute = find(attributes, name, owner);
            AttributeLocation location = entity.layout().location(AttributePath.of(name));
            RecordAccess access = readable(location, entity.access());
            return at(location, attribute, access, access.text() + "." + name);
        }
        if (owner instanceof Operand.Embeddable embeddable) {
            AttributeModel attribute = find(embeddable.location().value().attributes(), name, owner);
            AttributeLocation location = embeddable.location().member(name);
            return at(location, attribute, readable(location, embeddable.access()), embeddable.text() + "." + name);
        }
        throw QueryMessages.wrong(QueryMessages.NOT_NAVIGABLE, name, owner.describe());
    }

    static boolean hasAttribute(Operand owner, String name) {
        if (owner instanceof Operand.Entity entity) {
            return entity.layout().model().attributes().find(name).isPresent();
        }
        return owner instanceof Operand.Embeddable embeddable
                && embeddable.location().value().attributes().find(name).isPresent();
    }

    private static AttributeModel find(Attributes attributes, String name, Operand owner) {
        return attributes
                .find(name)
                .orElseThrow(() -> QueryMessages.wrong(
                        QueryMessages.UNKNOWN_ATTRIBUTE,
                        name,
                        owner.describe(),
                        NearestName.remedy(
                                name,
                                attributes.stream().map(AttributeModel::name).toList())));
    }

    private RecordAccess readable(AttributeLocation location, RecordAccess access) {
        if (access.isJoined() || fields(location).stream().allMatch(f -> access.read(f) != null)) {
            return access;
        }
        EntityLayout layout = Objects.requireNonNull(access.layout());
        return from.joined(new Operand.Entity(layout, access)).access();
    }

    private static List<FieldPath> fields(AttributeLocation location) {
        if (location instanceof BasicLocation basic) {
            return List.of(basic.field());
        }
        if (location instanceof EmbeddedLocation embedded) {
            return embedded.fields();
        }
        Reference reference = location instanceof ToOneLocation toOne
                ? toOne.reference()
                : location instanceof ToManyLocation toMany ? toMany.reference() : null;
        if (reference instanceof Reference.InOwner in) {
            return in.fields();
        }
        if (reference instanceof Reference.InTarget in) {
            return in.ownerFields();
        }
        if (reference instanceof Reference.InJoinTable in) {
            return in.ownerFields();
        }
        return List.of(arrayOf(location, reference));
    }

    private static FieldPath arrayOf(AttributeLocation location, @Nullable Reference reference) {
        return location instanceof ElementsLocation elements
                ? elements.array()
                : ((Reference.InArray) Objects.requireNonNull(reference)).array();
    }

    private static Operand at(AttributeLocation location, AttributeModel attribute, RecordAccess access, String text) {
        if (location instanceof BasicLocation basic) {
            return scalar(basic, ((BasicAttribute) attribute).value(), access);
        }
        if (location instanceof EmbeddedLocation embedded) {
            return new Operand.Embeddable(embedded, access, text);
        }
        if (location instanceof ToOneLocation toOne) {
            return toOne(toOne, access, text);
        }
        CollectionLocation collection = (CollectionLocation) location;
        EntityLayout target = collection instanceof ToManyLocation toMany ? toMany.target() : null;
        return new Operand.Collection(collection, access, target, text);
    }

    private static Operand.Scalar scalar(BasicLocation location, BasicValue value, RecordAccess access) {
        Expression field = Objects.requireNonNull(access.read(location.field()));
        return new Operand.Scalar(field, ValueType.of(value, location.conversion()));
    }

    private static Operand.Entity toOne(ToOneLocation location, RecordAccess access, String text) {
        if (location.reference() instanceof Reference.InOwner reference) {
            List<Expression> values = new ArrayList<>();
            reference.fields().forEach(field -> values.add(Objects.requireNonNull(access.read(field))));
            return new Operand.Entity(
                    location.target(),
                    new RecordAccess.Referred(
                            location.target(), reference.targetFields(), values, text, access.origin()));
        }
        return new Operand.Entity(location.target(), new RecordAccess.Elsewhere(access, location));
    }

    /** Returns the id of an entity as the attribute or attributes that it is. */
    Operand id(Operand.Entity entity) {
        IdModel id = entity.layout().model().id();
        if (id instanceof IdModel.Simple simple) {
            Operand attribute = attribute(entity, simple.attribute());
            return attribute instanceof Operand.Entity derived ? id(derived) : attribute;
        }
        if (id instanceof IdModel.Embedded embedded) {
            return attribute(entity, embedded.attribute());
        }
        return new Operand.CompositeId(entity.layout(), key(entity));
    }

    /** Returns the primary key of an entity, in the order of the table. */
    List<Expression> key(Operand.Entity entity) {
        return from.values(entity.access(), entity.layout().table().primaryKey());
    }

    /** Returns the version of an entity, null if it has none. */
    @Nullable
    Operand version(Operand.Entity entity) {
        String version = entity.layout().model().version();
        return version == null ? null : attribute(entity, version);
    }

    /** Returns the variable over the elements of an element collection. */
    Variable element(String name, ElementsLocation location, Slot element, @Nullable Slot position) {
        RecordAccess access = new RecordAccess.InSlot(element, null);
        Operand value = value(location, element, access, name);
        Expression place = position == null ? null : new Expression.SlotValue(position);
        Operand key = location.key() == null ? null : key(location.key(), location.collection(), value, element);
        return new Variable(name, value, place, key);
    }

    private static Operand value(ElementsLocation location, Slot element, RecordAccess access, String name) {
        AttributeLocation of = location.element();
        if (of instanceof EmbeddedLocation embedded) {
            return new Operand.Embeddable(embedded, access, name);
        }
        BasicValue value = ((ElementModel.Basic) location.attribute().element()).value();
        if (of instanceof BareLocation bare) {
            return new Operand.Scalar(new Expression.SlotValue(element), ValueType.of(value, bare.conversion()));
        }
        return scalar((BasicLocation) of, value, access);
    }

    /** Returns the key of a map. */
    Operand key(MapKeyLocation location, CollectionModel model, Operand element, Slot place) {
        RecordAccess access = new RecordAccess.InSlot(place, null);
        if (location instanceof MapKeyLocation.Entity entity) {
            List<FieldPath> key = entity.target().table().primaryKey();
            List<Expression> values = EntityConditions.fields(place, entity.fields());
            String text = "key(" + place.name() + ")";
            return new Operand.Entity(
                    entity.target(), new RecordAccess.Referred(entity.target(), key, values, text, place));
        }
        if (location instanceof MapKeyLocation.OfAttribute attribute) {
            return ofAttribute(attribute.path(), element);
        }
        AttributeLocation stored = ((MapKeyLocation.Stored) location).location();
        if (stored instanceof EmbeddedLocation embedded) {
            return new Operand.Embeddable(embedded, access, "key(" + place.name() + ")");
        }
        return scalar(
                (BasicLocation) stored, ((MapKeyModel.Basic) Objects.requireNonNull(model.key())).value(), access);
    }

    private Operand ofAttribute(AttributePath path, Operand element) {
        if (path.isEmpty()) {
            return id((Operand.Entity) element);
        }
        Operand found = element;
        for (String name : path.names()) {
            found = attribute(found, name);
        }
        return found;
    }
}
