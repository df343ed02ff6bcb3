package dev.dormouse.internal.enhance.attribute;

import dev.dormouse.enhanced.EnhancedEntity;
import dev.dormouse.internal.enhance.LoadQueue;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.BasicAttribute;
import dev.dormouse.store.record.RecordView;

/** An attribute of one enhanced instance, or of an embeddable in it, that was left out when it was hydrated. */
public final class UnloadedAttribute extends LoadQueue.Link {

    private final DeferringState state;
    private final int position;
    private final RecordView record;

    UnloadedAttribute(DeferringState state, int position, RecordView record) {
        this.state = state;
        this.position = position;
        this.record = record;
    }

    /** Returns the entity. */
    public Object instance() {
        return state.ofEntity().holder();
    }

    /** Returns the instance with the attribute: the entity, or an embeddable that it was loaded with. */
    public Object holder() {
        return state.holder();
    }

    DeferringState state() {
        return state;
    }

    int position() {
        return position;
    }

    /** Returns the number of the attribute: its position for one of the entity itself; those of embeddables follow. */
    public int number() {
        return state.firstNumber() + position;
    }

    /** Tells whether a path from the entity is that of the attribute. */
    public boolean isAt(AttributePath path) {
        return state.isParentOf(path) && state.position(path.last()) == position;
    }

    /** Tells whether it was left out of an embeddable in a place. */
    @SuppressWarnings("ReferenceEquality") // there is one for each place
    public boolean isIn(EmbeddedPlace place) {
        return state instanceof EmbeddedAttributes embedded && embedded.place() == place;
    }

    /** Tells whether it is in the embeddable at a path, or further in. */
    boolean isBelow(AttributePath path) {
        return state instanceof EmbeddedAttributes embedded
                && embedded.place().path().startsWith(path);
    }

    /** Tells whether its value is in the record, so that it takes no request. */
    public boolean isBasic() {
        return state.attributes().list().get(position) instanceof BasicAttribute;
    }

    /** Returns the record that the instance was hydrated from. */
    public RecordView record() {
        return record;
    }

    /** Tells whether it is still to be loaded: it was neither loaded nor assigned, and the instance was not hydrated anew. */
    public boolean isWanted() {
        return ((EnhancedEntity) state.holder()).dormouseState() == state && state.isUnloaded(position);
    }

    /** Has the instance tell of nothing while it gets the attribute, see {@link DeferringState#mute}. */
    public void mute(boolean isSo) {
        state.mute(isSo);
    }

    /** Notes that the instance has the attribute now. */
    public void loaded() {
        leaveQueue();
        state.loaded(this);
    }
}
