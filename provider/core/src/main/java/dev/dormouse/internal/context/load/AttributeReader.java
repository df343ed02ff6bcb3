package dev.dormouse.internal.context.load;

import dev.dormouse.internal.context.AssociationSlot;
import dev.dormouse.internal.context.ContextMessages;
import dev.dormouse.internal.context.EntityEntry;
import dev.dormouse.internal.context.EntityType;
import dev.dormouse.internal.enhance.attribute.AttributeLoader;
import dev.dormouse.internal.enhance.attribute.UnloadedAttribute;
import jakarta.persistence.PersistenceException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Loads the attributes that enhanced instances of one persistence context were left without, those of one attribute together. */
final class AttributeReader implements AttributeLoader {

    private final Hydration hydration;

    AttributeReader(Hydration hydration) {
        this.hydration = hydration;
    }

    private @Nullable EntityEntry entry(UnloadedAttribute attribute) {
        return hydration.context().entry(attribute.instance());
    }

    private EntityType type(UnloadedAttribute attribute) {
        return hydration.types().ofInstance(attribute.instance());
    }

    private void set(UnloadedAttribute attribute) {
        type(attribute)
                .layout()
                .transfer()
                .hydrate(attribute.number(), attribute.record(), attribute.holder(), attribute.instance(), hydration);
    }

    @Override
    public void deferred(UnloadedAttribute attribute) {
        EntityEntry entry = entry(attribute);
        if (entry != null && !attribute.isBasic()) {
            hydration.unloaded().add(attribute, entry.type(), hydration.readsRows());
        }
    }

    /** A basic value is in the record that the instance came from: it takes no request, nor a context. */
    @Override
    public void load(UnloadedAttribute attribute) {
        if (attribute.isBasic()) {
            setMuted(List.of(attribute), () -> set(attribute));
            attribute.loaded();
            return;
        }
        EntityEntry entry = entry(attribute);
        if (entry == null) {
            throw new PersistenceException(ContextMessages.CONTEXT_GONE.text(
                    attribute.instance().getClass().getName()));
        }
        List<UnloadedAttribute> batch =
                hydration.isIdle() ? hydration.unloaded().around(attribute, entry.type()) : List.of(attribute);
        if (batch.size() == 1) {
            loadAll(batch);
            return;
        }
        try {
            loadAll(batch);
        } catch (PersistenceException failureOfAny) {
            hydration.abandon();
            batch.forEach(UnloadedAttribute::leaveQueue);
            loadAll(List.of(attribute));
        }
    }

    private void loadAll(List<UnloadedAttribute> batch) {
        hydration.reading(
                transaction -> batch.size() == 1 ? setAll(batch) : hydration.ofRows(transaction, in -> setAll(batch)));
        loaded(batch);
    }

    /** Sets attributes in the read that is going on: those of the rows of a query that were fetched. */
    void loadFetched(Collection<UnloadedAttribute> fetched) {
        List<UnloadedAttribute> wanted =
                fetched.stream().filter(UnloadedAttribute::isWanted).toList();
        if (!wanted.isEmpty()) {
            loaded(setAll(wanted));
        }
    }

    private void loaded(List<UnloadedAttribute> batch) {
        for (UnloadedAttribute each : batch) {
            each.loaded();
            EntityEntry entry = entry(each);
            AssociationSlot slot = entry == null ? null : trackedSlot(entry, each);
            if (entry != null && slot != null) {
                entry.track(slot);
            }
        }
    }

    /** What several attributes refer to is walked as the rows of a query are. */
    private List<UnloadedAttribute> setAll(List<UnloadedAttribute> batch) {
        setMuted(batch, () -> {
            batch.forEach(this::set);
            hydration.resolve();
        });
        return batch;
    }

    /** What is set by setters is no assignment of the application. */
    private static void setMuted(List<UnloadedAttribute> batch, Runnable set) {
        batch.forEach(each -> each.mute(true));
        try {
            set.run();
        } finally {
            batch.forEach(each -> each.mute(false));
        }
    }

    @Override
    public boolean mustKnow(UnloadedAttribute attribute) {
        EntityEntry entry = entry(attribute);
        return entry != null && trackedSlot(entry, attribute) != null;
    }

    private static @Nullable AssociationSlot trackedSlot(EntityEntry entry, UnloadedAttribute attribute) {
        for (AssociationSlot slot : entry.type().tracked()) {
            if (slot.is(attribute)) {
                return slot;
            }
        }
        return null;
    }

    @Override
    public boolean canLoad(UnloadedAttribute attribute) {
        return attribute.isBasic() || entry(attribute) != null;
    }
}
