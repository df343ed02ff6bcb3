package dev.dormouse.internal.layout.document;

import dev.dormouse.internal.enhance.ClassAccessor;
import dev.dormouse.internal.enhance.LazyReferences;
import dev.dormouse.internal.layout.AssociationLocation;
import dev.dormouse.internal.layout.AttributeLocation;
import dev.dormouse.internal.layout.DiscriminatorLayout;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.layout.IdLayout;
import dev.dormouse.internal.layout.LayoutMessages;
import dev.dormouse.internal.layout.StateTransfer;
import dev.dormouse.internal.layout.VersionLayout;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.EntityModel;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An entity in the document layout. */
final class DocumentEntityLayout implements EntityLayout {

    private final EntityModel model;
    private final ClassAccessor accessor;
    private final LazyReferences lazyReferences;
    private final TableDefinition table;
    private final AttributeAccess access;
    private @Nullable EntityParts parts;

    DocumentEntityLayout(
            EntityModel model, ClassAccessor accessor, LazyReferences lazyReferences, TableDefinition table) {
        this.model = model;
        this.accessor = accessor;
        this.lazyReferences = lazyReferences;
        this.table = table;
        this.access = new AttributeAccess(model.attributes(), accessor, this::location);
    }

    void complete(EntityParts complete) {
        parts = complete;
    }

    private EntityParts parts() {
        EntityParts known = parts;
        if (known == null) {
            throw new AssertionError("not bound yet: " + model.name());
        }
        return known;
    }

    @Override
    public EntityModel model() {
        return model;
    }

    @Override
    public Class<?> javaClass() {
        return accessor.type();
    }

    @Override
    public ClassAccessor accessor() {
        return accessor;
    }

    @Override
    public LazyReferences lazyReferences() {
        return lazyReferences;
    }

    @Override
    public TableDefinition table() {
        return table;
    }

    @Override
    public EntityLayout root() {
        return parts().root();
    }

    @Override
    public List<EntityLayout> withSubLayouts() {
        return parts().withSubLayouts();
    }

    @Override
    public Optional<DiscriminatorLayout> discriminator() {
        return parts().discriminator();
    }

    @Override
    public @Nullable EntityLayout of(RecordView view) {
        Optional<DiscriminatorLayout> discriminator = parts().discriminator();
        if (discriminator.isEmpty()) {
            return this;
        }
        Object value = view.get(discriminator.get().field());
        EntityLayout found =
                value == null ? null : discriminator.get().layouts().get(value);
        if (found == null) {
            throw new PersistenceException(LayoutMessages.UNKNOWN_DISCRIMINATOR.text(key(view), table.name(), value));
        }
        return found == this || parts().withSubLayouts().contains(found) ? found : null;
    }

    @Override
    public IdLayout id() {
        return parts().id();
    }

    @Override
    public Optional<VersionLayout> version() {
        return parts().version();
    }

    @Override
    public AttributeLocation location(AttributePath path) {
        AttributeLocation location = parts().locations().get(path);
        if (location == null) {
            throw new AssertionError("no attribute " + path + " in " + model.name());
        }
        return location;
    }

    @Override
    public List<AssociationLocation> associations() {
        return parts().associations();
    }

    @Override
    public @Nullable Object get(Object instance, AttributePath path) {
        return access.get(instance, path);
    }

    @Override
    public void set(Object instance, AttributePath path, @Nullable Object value) {
        access.set(instance, path, value);
    }

    @Override
    public StateTransfer transfer() {
        return parts().transfer();
    }

    @Override
    public String toString() {
        return model.name();
    }
}
