package dev.dormouse.internal.enhance.attribute;

import dev.dormouse.internal.enhance.LoadQueue;
import dev.dormouse.store.record.RecordView;

/** An attribute of one enhanced instance that was left out when it was hydrated. */
public final class UnloadedAttribute extends LoadQueue.Link {

    private final TrackedAttributes owner;
    private final int position;
    private final RecordView record;

    UnloadedAttribute(TrackedAttributes owner, int position, RecordView record) {
        this.owner = owner;
        this.position = position;
        this.record = record;
    }

    /** Returns the instance. */
    public Object instance() {
        return owner.instance();
    }

    /** Returns the position in the attributes of the entity. */
    public int position() {
        return position;
    }

    /** Returns the record that the instance was hydrated from. */
    public RecordView record() {
        return record;
    }

    /** Tells whether it is still to be loaded: it was neither loaded nor assigned, and the instance was not hydrated anew. */
    public boolean isWanted() {
        return TrackedAttributes.find(owner.instance()) == owner && owner.isUnloaded(position);
    }

    /** Has the instance tell of nothing while it gets the attribute, see {@link TrackedAttributes#mute}. */
    public void mute(boolean isSo) {
        owner.mute(isSo);
    }

    /** Notes that the instance has the attribute now. */
    public void loaded() {
        leaveQueue();
        owner.loaded(this);
    }
}
