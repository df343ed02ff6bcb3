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
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes through the steps, those of the id first: the owner has its id when its collections are made. */
public final class TransferPlan implements StateTransfer {

    private static final Record NOTHING = new Record(0);

    private final AttributeTransfer[] steps;
    /** By their numbers: those of the entity itself by position, then those of its embeddables. */
    private final AttributeTransfer[] byNumber;

    private final HydrationPlan hydration;
    private final AttributeTransfer[] compared;
    private final AttributeTransfer[] lookedAtAfterInsert;

    /** What no update writes comes first: a field of two attributes has what the other one wrote. */
    private final AttributeTransfer[] stored;

    private final int size;
    private final @Nullable FieldPath discriminator;
    private final @Nullable Object discriminatorValue;
    private final EntityModel model;
    private final Map<AttributePath, Elements> arrays;
    private final EnhancedFields told;
    private final TrackedClass tracked;

    /**
     * Makes the plan of one class.
     *
     * @param steps all steps, those of the id first
     * @param compared the steps that take part in comparison
     * @param shape what each record has besides
     * @param arrays the collections that lie in the record
     * @param told which attributes tell of their accesses
     */
    public TransferPlan(
            List<AttributeTransfer> steps,
            List<AttributeTransfer> compared,
            Shape shape,
            Map<AttributePath, Elements> arrays,
            EntityModel model,
            EnhancedFields told) {
        this.model = model;
        this.steps = steps.toArray(AttributeTransfer[]::new);
        this.hydration = new HydrationPlan(steps);
        this.compared = compared.toArray(AttributeTransfer[]::new);
        this.lookedAtAfterInsert = compared.stream()
                .filter(AttributeTransfer::mayBeUntoldAfterInsert)
                .toArray(AttributeTransfer[]::new);
        this.stored = steps.stream()
                .filter(step -> !isId(step.position()))
                .sorted(Comparator.comparing(step -> !step.isNeverUpdated()))
                .toArray(AttributeTransfer[]::new);
        this.size = shape.size;
        this.discriminator = shape.discriminator;
        this.discriminatorValue = shape.value;
        this.arrays = Map.copyOf(arrays);
        this.told = told;
        this.byNumber = numbered(steps);
        this.tracked = new TrackedClass(model, new Values(), !tellsAllChanges(compared));
    }

    /** Goes to the step of the attribute. */
    private final class Values implements StoredValues {

        @Override
        public void store(Object instance, int attribute, Record into) {
            byNumber[attribute].store(instance, into);
        }

        @Override
        public void restore(int attribute, Record from, Record into) {
            byNumber[attribute].restore(from, into);
        }

        @Override
        public boolean isNeverUpdated(int attribute) {
            return byNumber[attribute].isNeverUpdated();
        }

        @Override
        public boolean isTold(Object instance, int attribute, TrackedAttributes to) {
            return byNumber[attribute].isTold(instance, to);
        }

        @Override
        public void inserted(Object instance, TrackedAttributes state) {
            for (AttributeTransfer step : lookedAtAfterInsert) {
                if (!step.isToldAfterInsert(instance, state)) {
                    state.compare(step.position());
                }
            }
        }
    }

    private static AttributeTransfer[] numbered(List<AttributeTransfer> steps) {
        Map<Integer, AttributeTransfer> numbered = new HashMap<>();
        for (AttributeTransfer step : steps) {
            numbered.put(step.position(), step);
            if (step instanceof EmbeddedTransfer embedded) {
                embedded.embeddable().number(numbered);
            }
        }
        AttributeTransfer[] byNumber = new AttributeTransfer[Collections.max(numbered.keySet()) + 1];
        numbered.forEach((number, step) -> byNumber[number] = step);
        return byNumber;
    }

    private boolean tellsAllChanges(List<AttributeTransfer> compared) {
        String version = model.version();
        return (version == null || told.isTold(model.attributes().position(version)))
                && compared.stream()
                        .allMatch(step -> step.needsNoRecord()
                                && (step instanceof ElsewhereTransfers.Elsewhere || told.isTold(step.position())));
    }

    /**
     * The shape of the records.
     *
     * @param size the number of fields
     * @param discriminator the field that tells the classes of a hierarchy apart, null for none
     * @param value what it has for this class
     */
    public record Shape(int size, @Nullable FieldPath discriminator, @Nullable Object value) {}

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
    public void hydrate(int attribute, RecordView view, Object holder, Object instance, References references) {
        byNumber[attribute].hydrate(view, holder, instance, references);
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
            throw new AssertionError("needs the record of " + model.name());
        }
        boolean mayRefuse = keys.mayRefuseKnown();
        if (!mayRefuse && !state.isAnyAssigned()) {
            return List.of();
        }
        Record before = state.before() == null ? NOTHING : state.before();
        List<Change.FieldChange> changes = new ArrayList<>();
        for (AttributeTransfer step : compared) {
            if (!state.isAssigned(step.position())) {
                if (mayRefuse) {
                    step.checkReferences(instance, keys);
                }
            } else if (step.isChanged(instance, instance, before, keys)) {
                step.addChanges(instance, instance, before, keys, changes);
            }
        }
        return changes;
    }

    private boolean isId(int attribute) {
        return model.isId(model.attributes().list().get(attribute).name());
    }

    @Override
    public Record stored(Object instance, Key key, List<FieldPath> primaryKey) {
        TrackedAttributes state = TrackedAttributes.find(instance);
        Record before = state == null ? null : state.before();
        Record record = new Record(size);
        if (discriminator != null) {
            record.set(discriminator, discriminatorValue);
        }
        for (AttributeTransfer step : stored) {
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
