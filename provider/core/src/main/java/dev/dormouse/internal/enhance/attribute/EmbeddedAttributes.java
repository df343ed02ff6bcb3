package dev.dormouse.internal.enhance.attribute;

import dev.dormouse.enhanced.EnhancedEntity;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * The state of an enhanced embeddable that an enhanced entity was loaded with. It stays that of this entity wherever the instance goes: what is unloaded is
 * loaded as it was there, and what is assigned is told to it.
 */
public final class EmbeddedAttributes extends DeferringState {

    private final EmbeddedPlace place;
    private final TrackedAttributes owner;

    /**
     * Makes the state of an instance that is about to be hydrated.
     *
     * @param holder the embeddable
     * @param within the state of the entity, or of the embeddable with the embedded attribute
     */
    public EmbeddedAttributes(Object holder, EmbeddedPlace place, DeferringState within) {
        super(holder, within.loader(), false);
        this.place = place;
        this.owner = within.ofEntity();
    }

    /**
     * Puts this state into its instance, if there is something to tell.
     *
     * @param tellsChanges whether all changes of the embeddable are told of
     */
    public void attach(boolean tellsChanges) {
        if (tellsChanges || hasUnloaded()) {
            ((EnhancedEntity) holder()).dormouseState(this);
        }
    }

    /** Tells whether an embeddable tells the state of an entity what changes in it: it came with the entity, and is where it was. */
    @SuppressWarnings("ReferenceEquality") // there is one for each place
    public static boolean tells(Object embeddable, EmbeddedPlace place, TrackedAttributes owner) {
        return embeddable instanceof EnhancedEntity enhanced
                && enhanced.dormouseState() instanceof EmbeddedAttributes state
                && state.holder() == embeddable
                && state.owner == owner
                && state.place == place;
    }

    EmbeddedPlace place() {
        return place;
    }

    boolean isAt(Object entity, AttributePath path) {
        return owner.holder() == entity && isParentOf(path);
    }

    @Override
    TrackedAttributes ofEntity() {
        return owner;
    }

    @Override
    Attributes attributes() {
        return place.told().attributes();
    }

    @Override
    String name() {
        return place.entity() + "." + place.path();
    }

    @Override
    int firstNumber() {
        return place.first();
    }

    @Override
    boolean isParentOf(AttributePath path) {
        return path.length() == place.path().length() + 1 && path.startsWith(place.path());
    }

    @Override
    protected void read(EnhancedEntity touched, String attribute) {
        if (!isMuted()) {
            load(attribute);
        }
    }

    @Override
    protected void write(EnhancedEntity touched, String attribute) {
        int position = position(attribute);
        if (touched != holder() || isMuted() || position < 0) {
            return; // a clone belongs to nobody
        }
        replace(position);
        owner.leaving(place.path(), attribute);
        owner.assigned(place);
    }

    @Override
    void loaded(UnloadedAttribute attribute) {
        super.loaded(attribute);
        owner.loaded(attribute);
    }

    private @Nullable Object writeReplace() {
        return names();
    }
}
