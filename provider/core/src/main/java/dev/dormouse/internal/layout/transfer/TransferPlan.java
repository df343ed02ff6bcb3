package dev.dormouse.internal.layout.transfer;

import dev.dormouse.internal.enhance.attribute.EnhancedFields;
import dev.dormouse.internal.enhance.attribute.StoredValues;
import dev.dormouse.internal.enhance.attribute.TrackedAttributes;
import dev.dormouse.internal.enhance.attribute.TrackedClass;
import dev.dormouse.internal.layout.CollectionLocation;
import dev.dormouse.internal.layout.KeySource;
import dev.dormouse.internal.layout.References;
import dev.dormouse.internal.layout.StateTransfer;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.EntityModel;
import dev.dormouse.store.Change;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes through the steps, those of the id first: the owner has its id when its collections are made. */
public final class TransferPlan implements StateTransfer {

    private static final Record NOTHING = new Record(0);

    private final AttributeTransfer[] steps;
    private final AttributeTransfer[] byPosition;
    private final HydrationPlan hydration;
    private final AttributeTransfer[] compared;
    private final int size;
    private final @Nullable FieldPath discriminator;
    private final @Nullable Object discriminatorValue;
    private final Map<AttributePath, Elements> arrays;
    private final EnhancedFields told;
    private final TrackedClass tracked;

    /**
     * Makes the plan of one class.
     *
     * @param steps all steps, those of the id first
     * @param compared the steps that take part in comparison
     * @param size the number of the record's fields
     * @param tag the discriminator that each record gets, null for none
     * @param arrays the collections that lie in the record
     * @param told which attributes tell of their accesses
     */
    public TransferPlan(
            List<AttributeTransfer> steps,
            List<AttributeTransfer> compared,
            int size,
            @Nullable Tag tag,
            Map<AttributePath, Elements> arrays,
            EnhancedFields told) {
        this.steps = steps.toArray(AttributeTransfer[]::new);
        this.hydration = new HydrationPlan(steps);
        this.compared = compared.toArray(AttributeTransfer[]::new);
        this.size = size;
        this.discriminator = tag == null ? null : tag.field;
        this.discriminatorValue = tag == null ? null : tag.value;
        this.arrays = Map.copyOf(arrays);
        this.told = told;
        this.byPosition = new AttributeTransfer[steps.size()];
        steps.forEach(step -> byPosition[step.position()] = step);
        StoredValues values = (instance, attribute, into) -> byPosition[attribute].store(instance, into);
        this.tracked = new TrackedClass(told.model(), tellsAllChanges(told, compared) ? values : null);
    }

    private static boolean tellsAllChanges(EnhancedFields told, List<AttributeTransfer> compared) {
        String version = told.model().version();
        return (version == null || told.isTold(told.model().attributes().position(version)))
                && compared.stream()
                        .allMatch(step -> step.needsNoRecord()
                                && (step instanceof ElsewhereTransfers.Elsewhere || told.isTold(step.position())));
    }

    /** A discriminator field with the value of the class. */
    public record Tag(FieldPath field, @Nullable Object value) {}

    /** A collection in an array, and the order in which it is read. */
    public record Elements(ArrayTransfer transfer, ArrayOrder order) {}

    @Override
    public TrackedClass tracked() {
        return tracked;
    }

    @Override
    public boolean isQuiet() {
        return hydration.isQuiet();
    }

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
        TrackedAttributes state = TrackedAttributes.find(instance);
        for (AttributeTransfer step : compared) {
            if ((state == null || mayBeChanged(step, state, keys))
                    && step.isChanged(instance, instance, loaded, keys)) {
                changes = changes == null ? new ArrayList<>() : changes;
                step.addChanges(instance, instance, loaded, keys, changes);
            }
        }
        return changes == null ? List.of() : changes;
    }

    private boolean mayBeChanged(AttributeTransfer step, TrackedAttributes state, KeySource keys) {
        if (state.isUnloaded(step.position())) {
            return false;
        }
        return !told.isTold(step.position())
                || !step.changesByAssignment()
                || state.isAssigned(step.position())
                || (step.isReference() && keys.mayRefuseKnown());
    }

    @Override
    public List<Change.FieldChange> diff(Object instance, KeySource keys) {
        TrackedAttributes state = TrackedAttributes.find(instance);
        if (state == null || state.needsRecord()) {
            throw new AssertionError("needs the record of " + told.model().name());
        }
        boolean mayRefuse = keys.mayRefuseKnown();
        if (!mayRefuse && !state.isAnyAssigned()) {
            return List.of();
        }
        Record before = state.before() == null ? NOTHING : state.before();
        List<Change.FieldChange> changes = new ArrayList<>();
        for (AttributeTransfer step : compared) {
            boolean isAssigned = state.isAssigned(step.position());
            boolean isLookedAt = isAssigned || (mayRefuse && step.isReference());
            if (isLookedAt && step.isChanged(instance, instance, before, keys) && isAssigned) {
                step.addChanges(instance, instance, before, keys, changes);
            }
        }
        return changes;
    }

    private boolean isId(AttributeTransfer step) {
        EntityModel model = told.model();
        return model.isId(model.attributes().list().get(step.position()).name());
    }

    @Override
    public Record stored(Object instance, Key key, List<FieldPath> primaryKey) {
        TrackedAttributes state = TrackedAttributes.find(instance);
        Record before = state == null ? null : state.before();
        Record record = new Record(size);
        if (discriminator != null) {
            record.set(discriminator, discriminatorValue);
        }
        for (AttributeTransfer step : steps) {
            if (isId(step)) {
                continue;
            }
            if (state != null && before != null && state.isAssigned(step.position())) {
                step.restore(before, record);
            } else {
                step.store(instance, record);
            }
        }
        for (int i = 0; i < primaryKey.size(); i++) {
            record.set(primaryKey.get(i), key.part(i));
        }
        return record;
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
