package dev.dormouse.internal.layout.transfer;

import dev.dormouse.internal.enhance.ClassAccessor;
import dev.dormouse.internal.enhance.RecordHydrator;
import dev.dormouse.internal.enhance.RecordHydrators;
import dev.dormouse.internal.enhance.StoredField;
import dev.dormouse.internal.enhance.attribute.DeferringState;
import dev.dormouse.internal.enhance.attribute.EnhancedFields;
import dev.dormouse.internal.layout.References;
import dev.dormouse.store.record.RecordView;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the instances of one class get their attributes: generated code reads those whose value lies in a field as it is, steps do the rest. The code is made
 * when the first instance is: a unit has more classes than most programs load. Thread-safe.
 */
final class HydrationPlan {

    private final List<? extends AttributeTransfer> steps;
    private volatile @Nullable Parts parts;

    HydrationPlan(List<? extends AttributeTransfer> steps) {
        this.steps = List.copyOf(steps);
    }

    /** Immutable, so that it is of no consequence if two threads make it at once. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Parts(RecordHydrator[] generated, AttributeTransfer[] rest, boolean isQuiet) {}

    private Parts parts() {
        Parts known = parts;
        if (known == null) {
            known = steps.isEmpty() ? new Parts(new RecordHydrator[0], new AttributeTransfer[0], true) : divide();
            parts = known;
        }
        return known;
    }

    private Parts divide() {
        ClassAccessor accessor = steps.get(0).accessor;
        List<StoredField> wanted = steps.stream()
                .map(AttributeTransfer::storedField)
                .filter(Objects::nonNull)
                .toList();
        RecordHydrators generated = RecordHydrators.of(accessor, wanted);
        List<? extends AttributeTransfer> rest = steps.stream()
                .filter(step -> !generated.positions().contains(step.position()))
                .toList();
        return new Parts(
                generated.hydrators().toArray(RecordHydrator[]::new),
                rest.toArray(AttributeTransfer[]::new),
                rest.stream().allMatch(AttributeTransfer::isQuiet));
    }

    /** Tells whether setting the attributes runs no code of the application. */
    boolean isQuiet() {
        return parts().isQuiet;
    }

    /** Sets all attributes of the holder. */
    void hydrate(RecordView view, Object holder, Object owner, References references) {
        Parts known = parts();
        for (RecordHydrator generated : known.generated) {
            generated.hydrate(view, holder);
        }
        for (AttributeTransfer step : known.rest) {
            step.hydrate(view, holder, owner, references);
        }
    }

    /**
     * Sets all attributes of an enhanced instance but those that can wait until they are touched.
     *
     * @param state the state of the instance, which is not attached yet
     */
    void hydrate(RecordView view, Object owner, References references, DeferringState state, EnhancedFields told) {
        Object holder = state.holder();
        Parts known = parts();
        for (RecordHydrator generated : known.generated) {
            generated.hydrate(view, holder);
        }
        for (AttributeTransfer step : known.rest) {
            if (!told.isTold(step.position())) {
                step.hydrate(view, holder, owner, references);
            } else if (step.isDeferred(view)) {
                step.clear(holder);
                state.defer(step.position(), view);
            } else {
                step.hydrate(view, holder, owner, references, state);
            }
        }
    }
}
