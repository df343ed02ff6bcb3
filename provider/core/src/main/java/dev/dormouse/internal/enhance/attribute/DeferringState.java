package dev.dormouse.internal.enhance.attribute;

import dev.dormouse.enhanced.AttributeState;
import dev.dormouse.enhanced.EnhancedEntity;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.Attributes;
import dev.dormouse.store.record.RecordView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The state of an instance that may have been left without some attributes: an entity, or an embeddable that an entity was loaded with. */
public abstract sealed class DeferringState extends AttributeState permits TrackedAttributes, EmbeddedAttributes {

    private final Object holder;
    private final AttributeLoader loader;

    /** Few at most; null for none. */
    private @Nullable List<UnloadedAttribute> unloaded;

    private boolean isMuted;

    DeferringState(Object holder, AttributeLoader loader, boolean isIncomplete) {
        super(isIncomplete);
        this.holder = holder;
        this.loader = loader;
    }

    /** Returns the state of the entity, which is this one for an entity. */
    abstract TrackedAttributes ofEntity();

    /** Returns the attributes of the instance. */
    abstract Attributes attributes();

    /** Returns the name of the entity, or of the path to the embeddable, for messages. */
    abstract String name();

    /** Returns the number of the first attribute, among those of the entity and all embeddables in it. */
    abstract int firstNumber();

    /** Tells whether a path from the entity is that of an attribute of this instance. */
    abstract boolean isParentOf(AttributePath path);

    /** Returns the instance. */
    public final Object holder() {
        return holder;
    }

    final AttributeLoader loader() {
        return loader;
    }

    private static @Nullable AttributeState stateOf(Object holder) {
        return holder instanceof EnhancedEntity enhanced ? enhanced.dormouseState() : null;
    }

    /** Tells whether an instance, detached ones too, may be without some attribute. */
    public static boolean isIncomplete(Object holder) {
        AttributeState state = stateOf(holder);
        return state != null && state.isIncomplete();
    }

    /** Returns an attribute that an instance was left without, by its position; null if it has it, or never will have it. */
    public static @Nullable UnloadedAttribute unloaded(Object holder, int position) {
        return stateOf(holder) instanceof DeferringState state ? state.unloaded(position) : null;
    }

    /**
     * Tells whether an attribute of an entity is unloaded, of a detached one too. What is unloaded in an embeddable that came from another place must be loaded
     * to be known here, and is not meant.
     *
     * @param holder the entity or the embeddable with the attribute
     */
    public static boolean isUnloaded(Object holder, Object entity, AttributePath path) {
        AttributeState state = stateOf(holder);
        return state != null
                && state.isIncomplete()
                && state.isUnloaded(path.last())
                && !(state instanceof EmbeddedAttributes embedded && !embedded.isAt(entity, path));
    }

    /** Has the instance tell of nothing while it gets state from the provider, by its setters, too. */
    public final void mute(boolean isSo) {
        isMuted = isSo;
    }

    final boolean isMuted() {
        return isMuted;
    }

    /** Leaves an attribute unloaded; the record that it will be loaded from is needed from now on. */
    public final void defer(int position, RecordView view) {
        TrackedAttributes ofEntity = ofEntity();
        UnloadedAttribute deferred = new UnloadedAttribute(this, position, ofEntity.keep(view));
        add(deferred);
        if (ofEntity != this) {
            ofEntity.add(deferred);
        }
        loader.deferred(deferred);
        incomplete(true);
    }

    final void add(UnloadedAttribute deferred) {
        if (unloaded == null) {
            unloaded = new ArrayList<>(2);
        }
        unloaded.add(deferred);
    }

    /** Returns the attributes that are unloaded, those of embeddables too for an entity. */
    public final List<UnloadedAttribute> unloaded() {
        return unloaded == null ? List.of() : List.copyOf(unloaded);
    }

    /** Returns the record that attributes were left in; null if there are none. */
    public final @Nullable RecordView record() {
        return unloaded == null || unloaded.isEmpty() ? null : unloaded.get(0).record();
    }

    final void forgetUnloaded() {
        unloaded = null;
    }

    final boolean neverDeferred() {
        return unloaded == null;
    }

    /** Tells whether an attribute of the instance itself is unloaded. */
    final boolean hasUnloaded() {
        if (unloaded != null) {
            for (UnloadedAttribute each : unloaded) {
                if (each.state() == this) {
                    return true;
                }
            }
        }
        return false;
    }

    private @Nullable UnloadedAttribute unloaded(int position) {
        if (unloaded != null) {
            for (UnloadedAttribute each : unloaded) {
                if (each.state() == this && each.position() == position) {
                    return each;
                }
            }
        }
        return null;
    }

    /** Tells whether an attribute, by its position, is unloaded. */
    public final boolean isUnloaded(int position) {
        return unloaded(position) != null;
    }

    @Override
    public boolean isUnloaded(String attribute) {
        return isUnloaded(position(attribute));
    }

    final int position(String attribute) {
        return attributes().position(attribute);
    }

    final void load(String attribute) {
        UnloadedAttribute touched = unloaded(position(attribute));
        if (touched != null) {
            loader.load(touched);
        }
    }

    /** Takes notice that an attribute is about to be assigned. */
    final void replace(int position) {
        UnloadedAttribute replaced = unloaded(position);
        if (replaced == null) {
            return;
        }
        if (loader.mustKnow(replaced)) {
            loader.load(replaced);
        } else {
            replaced.loaded();
        }
    }

    void loaded(UnloadedAttribute attribute) {
        if (unloaded != null) {
            unloaded.remove(attribute);
            incomplete(hasUnloaded());
        }
    }

    @Override
    protected void complete() {
        for (UnloadedAttribute each : unloaded()) {
            if (each.isWanted() && loader.canLoad(each)) {
                loader.load(each);
            }
        }
    }

    /** What is serialized: the names of what is unloaded, or nothing. */
    @Nullable
    final Object names() {
        List<AttributeModel> attributes = attributes().list();
        Set<String> names = new HashSet<>();
        for (UnloadedAttribute each : unloaded()) {
            if (each.state() == this) {
                names.add(attributes.get(each.position()).name());
            }
        }
        return names.isEmpty() ? null : new UnloadedAttributes(name(), names);
    }
}
