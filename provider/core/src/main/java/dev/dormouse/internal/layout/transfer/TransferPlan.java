package dev.dormouse.internal.layout.transfer;

import dev.dormouse.internal.enhance.attribute.TrackedAttributes;
import dev.dormouse.internal.layout.CollectionLocation;
import dev.dormouse.internal.layout.KeySource;
import dev.dormouse.internal.layout.References;
import dev.dormouse.internal.layout.StateTransfer;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.store.Change;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes through the steps, those of the id first: the owner has its id when its collections are made. */
public final class TransferPlan implements StateTransfer {

    private final AttributeTransfer[] steps;
    private final HydrationPlan hydration;
    private final AttributeTransfer[] compared;
    private final int size;
    private final @Nullable FieldPath discriminator;
    private final @Nullable Object discriminatorValue;
    private final Map<AttributePath, Elements> arrays;
    private final boolean[] told;

    /**
     * Makes the plan of one class.
     *
     * @param steps all steps, those of the id first
     * @param compared the steps that take part in comparison
     * @param size the number of the record's fields
     * @param tag the discriminator that each record gets, null for none
     * @param arrays the collections that lie in the record
     * @param told for each attribute, by position, whether every access is told of
     */
    public TransferPlan(
            List<AttributeTransfer> steps,
            List<AttributeTransfer> compared,
            int size,
            @Nullable Tag tag,
            Map<AttributePath, Elements> arrays,
            boolean[] told) {
        this.steps = steps.toArray(AttributeTransfer[]::new);
        this.hydration = new HydrationPlan(steps);
        this.compared = compared.toArray(AttributeTransfer[]::new);
        this.size = size;
        this.discriminator = tag == null ? null : tag.field;
        this.discriminatorValue = tag == null ? null : tag.value;
        this.arrays = Map.copyOf(arrays);
        this.told = told.clone();
    }

    /** A discriminator field with the value of the class. */
    public record Tag(FieldPath field, @Nullable Object value) {}

    /** A collection in an array, and the order in which it is read. */
    public record Elements(ArrayTransfer transfer, ArrayOrder order) {}

    @Override
    public void hydrate(RecordView view, Object instance, References references) {
        hydration.hydrate(view, instance, instance, references);
    }

    @Override
    public void hydrate(RecordView view, Object instance, References references, TrackedAttributes tracked) {
        hydration.hydrate(view, instance, references, tracked, told);
    }

    @Override
    public void hydrate(int attribute, RecordView view, Object instance, References references) {
        for (AttributeTransfer step : steps) {
            if (step.position() == attribute) {
                step.hydrate(view, instance, instance, references);
            }
        }
    }

    @Override
    public Record dehydrate(Object instance, KeySource keys) {
        Record record = new Record(size);
        if (discriminator != null) {
            record.set(discriminator, discriminatorValue);
        }
        for (AttributeTransfer step : steps) {
            step.write(instance, record, keys);
        }
        return record;
    }

    @Override
    public List<Change.FieldChange> diff(Object instance, RecordView loaded, KeySource keys) {
        List<Change.FieldChange> changes = null;
        TrackedAttributes tracked = TrackedAttributes.find(instance);
        for (AttributeTransfer step : compared) {
            if ((tracked == null || mayBeChanged(step, tracked, keys))
                    && step.isChanged(instance, instance, loaded, keys)) {
                changes = changes == null ? new ArrayList<>() : changes;
                step.addChanges(instance, instance, loaded, keys, changes);
            }
        }
        return changes == null ? List.of() : changes;
    }

    private boolean mayBeChanged(AttributeTransfer step, TrackedAttributes tracked, KeySource keys) {
        if (tracked.isUnloaded(step.position())) {
            return false;
        }
        return !told[step.position()]
                || !step.changesByAssignment()
                || tracked.isAssigned(step.position())
                || (step.isReference() && keys.mayRefuseKnown());
    }

    @Override
    public List<Object> elements(CollectionLocation location, RecordView view, Object owner, References references) {
        Elements elements = arrays.get(location.path());
        if (elements == null) {
            throw new AssertionError("lies in no array: " + location.description());
        }
        return elements.transfer.read(view, owner, references, elements.order);
    }
}
