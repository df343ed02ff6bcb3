package dev.dormouse.internal.layout.transfer;

import dev.dormouse.internal.enhance.LazyLoader;
import dev.dormouse.internal.enhance.LazyReference;
import dev.dormouse.internal.layout.AttributeLocation;
import dev.dormouse.internal.layout.BasicLocation;
import dev.dormouse.internal.layout.KeySource;
import dev.dormouse.internal.layout.Reference;
import dev.dormouse.internal.layout.ToOneLocation;
import dev.dormouse.internal.mapping.model.AssociationMapping;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.JoinColumnModel;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Key;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values by which an association refers to an entity: its key, or other attributes of it. */
final class ReferredValues {

    private final ToOneLocation location;
    private final Reference.InOwner reference;

    ReferredValues(ToOneLocation location, Reference.InOwner reference) {
        this.location = location;
        this.reference = reference;
    }

    Key of(Object entity, KeySource keys) {
        return reference.refersToKey() ? keys.key(location, location.target(), entity) : attributes(entity, keys);
    }

    private Key attributes(Object entity, KeySource keys) {
        if (entity instanceof LazyReference lazy) {
            LazyLoader loader = lazy.dormouseLoader();
            if (loader != null) {
                loader.load(lazy);
            }
        }
        List<FieldPath> targets = reference.targetFields();
        @Nullable Object[] values = new Object[targets.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = attribute(entity, targets.get(i), keys);
        }
        return Key.of(values);
    }

    private @Nullable Object attribute(Object entity, FieldPath field, KeySource keys) {
        AssociationMapping.ForeignKey mapping = (AssociationMapping.ForeignKey)
                location.attribute().association().mapping();
        for (JoinColumnModel column : mapping.columns()) {
            AttributePath path = AttributePath.EMPTY;
            AttributeLocation referred = null;
            for (String name : column.referencedAttribute().names()) {
                if (!(referred instanceof ToOneLocation)) {
                    path = path.child(name);
                    referred = location.target().location(path);
                }
            }
            if (referred instanceof BasicLocation basic && basic.field().equals(field)) {
                return basic.conversion().toStore(location.target().get(entity, path));
            }
            if (referred instanceof ToOneLocation toOne
                    && toOne.reference() instanceof Reference.InOwner inOwner
                    && inOwner.fields().contains(field)) {
                Object next = location.target().get(entity, path);
                int part = inOwner.fields().indexOf(field);
                return next == null
                        ? null
                        : new ReferredValues(toOne, inOwner).of(next, keys).part(part);
            }
        }
        throw new AssertionError("nothing refers to " + field + " by " + location.description());
    }
}
