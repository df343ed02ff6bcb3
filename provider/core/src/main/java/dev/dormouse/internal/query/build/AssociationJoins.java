package dev.dormouse.internal.query.build;

import dev.dormouse.failure.QueryMessages;
import dev.dormouse.internal.layout.ElementsLocation;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.layout.Reference;
import dev.dormouse.internal.layout.ToManyLocation;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.plan.Unnest;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Joins along associations and collections, by where they are kept. In a level without FROM yet, the elements become its domain. */
final class AssociationJoins {

    private final FromClause from;
    private final Navigation navigation;

    AssociationJoins(FromClause from, Navigation navigation) {
        this.from = from;
        this.navigation = navigation;
    }

    /**
     * One join along a path.
     *
     * @param kind inner or left
     * @param name the variable
     * @param on makes the ON condition once the variable is known; null for none
     */
    record Request(Join.Kind kind, String name, @Nullable Function<Variable, Expression> on) {

        @Nullable
        Supplier<Expression> onWith(Variable variable) {
            return on == null ? null : () -> on.apply(variable);
        }

        boolean keepsRows() {
            return kind == Join.Kind.LEFT;
        }
    }

    /** Joins whatever a path leads to. */
    Variable join(Operand path, Request request) {
        if (path instanceof Operand.Entity entity) {
            return joinToOne(entity, request);
        }
        if (path instanceof Operand.Collection collection) {
            return collection.location() instanceof ToManyLocation toMany
                    ? joinToMany(collection, toMany, request)
                    : joinElements(collection, (ElementsLocation) collection.location(), request);
        }
        if (path instanceof Operand.Embeddable && request.on() == null) {
            return Variable.of(request.name(), path);
        }
        throw QueryMessages.wrong(
                QueryMessages.WRONG_PATH,
                request.name(),
                "JOIN",
                "an association, an element collection or, without ON, an embeddable; it leads to " + path.describe());
    }

    private Variable joinToOne(Operand.Entity entity, Request request) {
        EntityLayout layout = entity.layout();
        RecordAccess access = entity.access();
        if (access instanceof RecordAccess.Elsewhere elsewhere) {
            FromClause.Partner partner = from.partner(elsewhere.location(), elsewhere.owner(), request.name());
            return attach(layout, layout == access.layout() ? partner : partner.ofType(layout), access, request);
        }
        if (access instanceof RecordAccess.Referred referred) {
            Slot slot = from.slot(layout, request.name());
            boolean narrowed = layout != referred.layout();
            Plan scan = narrowed ? from.scan(layout, slot) : Scan.of(layout.table(), slot);
            Expression condition =
                    EntityConditions.equal(EntityConditions.fields(slot, referred.targetFields()), referred.values());
            return attach(layout, new FromClause.Partner(scan, slot, condition), access, request);
        }
        throw QueryMessages.wrong(QueryMessages.WRONG_PATH, access.text(), "JOIN", "an association");
    }

    private Variable attach(EntityLayout layout, FromClause.Partner partner, RecordAccess path, Request request) {
        RecordAccess record = new RecordAccess.InSlot(partner.slot(), layout);
        Variable variable = Variable.of(request.name(), new Operand.Entity(layout, record));
        attach(partner.plan(), request.kind(), partner.condition(), request.onWith(variable));
        if (request.kind() == Join.Kind.INNER && layout == path.layout()) {
            from.share(path, record);
        }
        return variable;
    }

    private void attach(Plan plan, Join.Kind kind, Expression condition, @Nullable Supplier<Expression> on) {
        if (!from.isEmpty()) {
            from.join(plan, kind, condition, on);
            return;
        }
        from.add(FromClause.filtered(plan, condition));
        if (on != null) {
            Expression further = on.get();
            from.replace(FromClause.filtered(from.plan(), further));
        }
    }

    private Variable joinToMany(Operand.Collection collection, ToManyLocation location, Request request) {
        if (location.reference() instanceof Reference.InTarget reference) {
            return joinInTarget(collection, location, reference, request);
        }
        if (location.reference() instanceof Reference.InJoinTable reference) {
            return joinByTable(collection, location, reference, request);
        }
        return joinByArray(collection, location, (Reference.InArray) location.reference(), request);
    }

    private Variable joinInTarget(
            Operand.Collection collection, ToManyLocation location, Reference.InTarget reference, Request request) {
        EntityLayout target = Objects.requireNonNull(collection.target());
        Slot slot = from.slot(target, request.name());
        Expression condition = EntityConditions.equal(
                EntityConditions.fields(slot, reference.fields()),
                from.values(collection.owner(), reference.ownerFields()));
        Variable variable = variable(request.name(), location, target, slot, slot);
        attach(from.scan(target, slot), request.kind(), condition, request.onWith(variable));
        return variable;
    }

    private Variable joinByTable(
            Operand.Collection collection, ToManyLocation location, Reference.InJoinTable reference, Request request) {
        EntityLayout target = Objects.requireNonNull(collection.target());
        Slot link = from.slots().add(request.name() + "*", reference.table().type());
        Slot slot = from.slot(target, request.name());
        Variable variable = variable(request.name(), location, target, slot, link);
        Expression toOwner = EntityConditions.equal(
                EntityConditions.fields(link, reference.fieldsToOwner()),
                from.values(collection.owner(), reference.ownerFields()));
        Expression toTarget = EntityConditions.equal(
                EntityConditions.fields(slot, reference.targetFields()),
                EntityConditions.fields(link, reference.fieldsToTarget()));
        Plan links = Scan.of(reference.table(), link);
        Plan targets = target == location.target() ? Scan.of(target.table(), slot) : from.scan(target, slot);
        boolean together = request.keepsRows() && (request.on() != null || target != location.target());
        if (together) {
            Plan both = Join.of(links, targets, Join.Kind.INNER, toTarget);
            attach(both, request.kind(), toOwner, request.onWith(variable));
        } else {
            attach(links, request.kind(), toOwner, null);
            from.join(targets, request.kind(), toTarget, request.onWith(variable));
        }
        return variable;
    }

    private Variable joinByArray(
            Operand.Collection collection, ToManyLocation location, Reference.InArray reference, Request request) {
        EntityLayout target = Objects.requireNonNull(collection.target());
        BasicType keyType = (BasicType) ((ArrayType) reference.array().type()).element();
        Slot id = from.slots().add(request.name() + "*", keyType);
        Slot position = location.isOrdered() ? position(request) : null;
        Slot slot = from.slot(target, request.name());
        Operand.Entity element = new Operand.Entity(target, new RecordAccess.InSlot(slot, target));
        Expression place = position == null ? null : new Expression.SlotValue(position);
        Variable variable = new Variable(request.name(), element, place, null);
        Expression toTarget = EntityConditions.equal(
                EntityConditions.fields(slot, target.table().primaryKey()), List.of(new Expression.SlotValue(id)));
        Plan targets = from.scan(target, slot);
        boolean together = request.keepsRows() && (request.on() != null || target != location.target());
        if (together) {
            OwnerAgain again = ownerAgain(collection.owner());
            Plan ids = unnest(again.plan(), read(again.record(), reference.array()), id, position, false);
            Plan both = Join.of(ids, targets, Join.Kind.INNER, toTarget);
            attach(both, request.kind(), again.condition(), request.onWith(variable));
        } else {
            unnestHere(collection.owner(), reference.array(), id, position, request.keepsRows());
            from.join(targets, request.kind(), toTarget, request.onWith(variable));
        }
        return variable;
    }

    private Variable joinElements(Operand.Collection collection, ElementsLocation location, Request request) {
        Slot element =
                from.slots().add(request.name(), ((ArrayType) location.array().type()).element());
        Slot position = location.isOrdered() ? position(request) : null;
        Variable variable = navigation.element(request.name(), location, element, position);
        if (request.keepsRows() && request.on() != null && !from.isEmpty()) {
            OwnerAgain again = ownerAgain(collection.owner());
            Plan elements = unnest(again.plan(), read(again.record(), location.array()), element, position, false);
            attach(elements, request.kind(), again.condition(), request.onWith(variable));
            return variable;
        }
        unnestHere(collection.owner(), location.array(), element, position, request.keepsRows());
        if (request.on() != null) {
            Expression further = request.on().apply(variable);
            from.replace(FromClause.filtered(from.plan(), further));
        }
        return variable;
    }

    private Slot position(Request request) {
        return from.slots().add(request.name() + "@", BasicType.INTEGER);
    }

    private void unnestHere(RecordAccess owner, FieldPath array, Slot element, @Nullable Slot position, boolean outer) {
        if (from.isEmpty()) {
            OwnerAgain again = ownerAgain(owner);
            from.add(FromClause.filtered(again.plan(), again.condition()));
            from.replace(unnest(from.plan(), read(again.record(), array), element, position, outer));
        } else {
            Expression values = from.values(owner, List.of(array)).get(0);
            from.replace(unnest(from.plan(), values, element, position, outer));
        }
    }

    private static Plan unnest(Plan input, Expression array, Slot element, @Nullable Slot position, boolean outer) {
        return new Unnest(input, array, element, Optional.ofNullable(position), outer);
    }

    private static Expression read(RecordAccess record, FieldPath field) {
        return Objects.requireNonNull(record.read(field));
    }

    /** The owner's record, scanned once more by its key, where an array has no row to be unnested from. */
    private record OwnerAgain(Plan plan, RecordAccess record, Expression condition) {}

    private OwnerAgain ownerAgain(RecordAccess owner) {
        EntityLayout layout = Objects.requireNonNull(owner.layout());
        Slot slot = from.slot(layout, owner.text());
        List<FieldPath> key = layout.table().primaryKey();
        Expression condition = EntityConditions.equal(EntityConditions.fields(slot, key), keyOf(owner, key));
        return new OwnerAgain(Scan.of(layout.table(), slot), new RecordAccess.InSlot(slot, layout), condition);
    }

    private List<Expression> keyOf(RecordAccess owner, List<FieldPath> key) {
        return from.values(owner, key);
    }

    private Variable variable(String name, ToManyLocation location, EntityLayout target, Slot slot, Slot placeOfRole) {
        Operand.Entity element = new Operand.Entity(target, new RecordAccess.InSlot(slot, target));
        Expression position =
                location.position() == null ? null : new Expression.FieldValue(placeOfRole, location.position());
        Operand key = location.key() == null
                ? null
                : navigation.key(location.key(), location.attribute().collection(), element, placeOfRole);
        return new Variable(name, element, position, key);
    }
}
