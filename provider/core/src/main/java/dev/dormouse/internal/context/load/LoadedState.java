package dev.dormouse.internal.context.load;

import dev.dormouse.enhanced.EnhancedEntity;
import dev.dormouse.internal.context.EntityEntry;
import dev.dormouse.internal.enhance.attribute.AttributeLoader;
import dev.dormouse.internal.enhance.attribute.TrackedAttributes;
import dev.dormouse.internal.layout.References;
import dev.dormouse.internal.layout.StateTransfer;
import dev.dormouse.store.record.RecordView;
import org.jspecify.annotations.Nullable;

/** Puts the state of a record into an instance, without its own assignments being told as changes. */
final class LoadedState {

    private LoadedState() {}

    /** Returns the record to be kept, null if the instance needs none. */
    static @Nullable RecordView set(
            EntityEntry entry, RecordView view, References references, AttributeLoader attributes) {
        Object instance = entry.instance();
        StateTransfer transfer = entry.type().layout().transfer();
        if (!(instance instanceof EnhancedEntity enhanced)) {
            RecordView kept = view.retain();
            transfer.hydrate(kept, instance, references);
            return kept;
        }
        TrackedAttributes tracked = TrackedAttributes.of(enhanced, transfer.tracked(), attributes);
        RecordView read = tracked.needsRecord() || !transfer.isQuiet() ? view.retain() : view;
        TrackedAttributes before = TrackedAttributes.find(enhanced);
        if (before != null) {
            before.mute(true);
        }
        boolean done = false;
        try {
            transfer.hydrate(read, instance, references, tracked);
            tracked.attach(enhanced);
            done = true;
        } finally {
            if (before != null) {
                before.mute(false);
            }
            if (!done && before == tracked) {
                tracked.guardAgain();
            }
        }
        RecordView left = tracked.record();
        return left != null ? left : tracked.needsRecord() ? read : null;
    }
}
