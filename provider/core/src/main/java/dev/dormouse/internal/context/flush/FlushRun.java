package dev.dormouse.internal.context.flush;

import dev.dormouse.enhanced.EnhancedEntity;
import dev.dormouse.internal.context.ContextMessages;
import dev.dormouse.internal.context.EntityEntry;
import dev.dormouse.internal.context.EntityType;
import dev.dormouse.internal.context.PersistenceContext;
import dev.dormouse.internal.context.cascade.LifeCycle;
import dev.dormouse.internal.context.load.RecordLookup;
import dev.dormouse.internal.context.load.ReferenceRows;
import dev.dormouse.internal.enhance.attribute.AttributeLoader;
import dev.dormouse.internal.enhance.attribute.TrackedAttributes;
import dev.dormouse.internal.layout.Reference;
import dev.dormouse.internal.layout.StateTransfer;
import dev.dormouse.internal.layout.VersionLayout;
import dev.dormouse.internal.mapping.model.CallbackKind;
import dev.dormouse.store.Change;
import dev.dormouse.store.LockStrength;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.TableDefinition;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One flush: from the instances to a list of changes, to the store, and back to what is known of the instances. */
final class FlushRun {

    private final PersistenceContext context;
    private final StoreTransaction transaction;
    private final Duration lockTimeout;
    private final EntityKeys keys;
    private final FlushCascade cascade;
    private final FlushChanges changes = new FlushChanges();
    private final CollectionChanges collections;
    private final AttributeLoader attributes;
    private final List<EntityEntry> inserted = new ArrayList<>();
    private final List<EntityEntry> deleted = new ArrayList<>();
    private final List<Update> updated = new ArrayList<>();

    FlushRun(
            PersistenceContext context,
            StoreTransaction transaction,
            LifeCycle lifeCycle,
            RecordLookup lookup,
            Duration lockTimeout) {
        this.context = context;
        this.transaction = transaction;
        this.lockTimeout = lockTimeout;
        this.keys = new EntityKeys(context, lifeCycle);
        this.attributes = lifeCycle.attributes();
        this.cascade = new FlushCascade(context, lifeCycle, keys);
        this.collections = new CollectionChanges(
                context, keys, new ReferenceRows(lookup, transaction), changes, lifeCycle.collections());
    }

    /**
     * What an update does to a record.
     *
     * @param entry the entity
     * @param fields what changes in its own record, the version included
     * @param version the new version, null for none
     */
    private record Update(EntityEntry entry, List<Change.FieldChange> fields, @Nullable Object version) {}

    void run(boolean isCommit) {
        cascade.run();
        for (EntityEntry entry : List.copyOf(context.entries())) {
            if (entry.isRemoved() && entry.isStored()) {
                deleted.add(entry);
            } else if (entry.isManaged() && !entry.isStored()) {
                inserted.add(entry);
            } else if (entry.isManaged() && entry.isLoaded()) {
                update(entry, isCommit);
            }
        }
        insertAll();
        deleteAll();
        updated.forEach(this::collect);
        List<Change> all = changes.inOrder();
        if (!all.isEmpty()) {
            if (isCommit) {
                transaction.applyLast(all);
            } else {
                transaction.apply(all);
            }
            noteTables(all);
        }
        completed();
    }

    /** Changes come in runs of one table. */
    private void noteTables(List<Change> all) {
        TableDefinition noted = null;
        for (Change change : all) {
            TableDefinition table = change.table();
            if (noted == null || noted.id() != table.id()) {
                context.wrote(table);
                noted = table;
            }
        }
    }

    private void insertAll() {
        inserted.forEach(collections::wrap);
        List<InsertOrder.Postponed> postponed = InsertOrder.sort(context, inserted);
        for (EntityEntry entry : inserted) {
            EntityType type = entry.type();
            VersionLayout version = type.layout().version().orElse(null);
            if (version != null) {
                version.set(entry.instance(), version.first());
            }
            TrackedAttributes.complete(entry.instance());
            Record record = type.layout().transfer().dehydrate(entry.instance(), keys);
            entry.record(record);
            track(entry);
            changes.insert(entry, type.layout().table(), record);
        }
        postponed.forEach(this::postpone);
        inserted.forEach(collections::collect);
    }

    /** Leaves a reference that closes a circle out of the insert, if it may be null, and sets it by a patch. */
    private void postpone(InsertOrder.Postponed postponed) {
        EntityEntry entry = postponed.entry();
        Reference.InOwner reference = (Reference.InOwner) postponed.slot().reference();
        Record record = Objects.requireNonNull(changes.newRecord(entry));
        List<FieldPath> primaryKey = entry.type().layout().table().primaryKey();
        List<Change.FieldChange> later = new ArrayList<>();
        for (FieldPath field : reference.fields()) {
            if (primaryKey.contains(field)
                    || !Nullability.isNullable(entry.type().layout().table(), field)) {
                return;
            }
            later.add(new Change.FieldChange.Set(field, record.get(field)));
        }
        entry.record(record.copy());
        reference.fields().forEach(field -> record.set(field, null));
        changes.patch(
                entry.type().layout().table(),
                Objects.requireNonNull(entry.key()),
                later,
                Change.Guard.Exists.INSTANCE);
    }

    private void deleteAll() {
        InsertOrder.sort(context, deleted);
        for (int i = deleted.size() - 1; i >= 0; i--) {
            EntityEntry entry = deleted.get(i);
            collections.remove(entry);
            changes.delete(entry.type().layout().table(), Objects.requireNonNull(entry.key()), guard(entry));
        }
    }

    /** From now on assignments tell what changes. */
    private void track(EntityEntry entry) {
        if (entry.instance() instanceof EnhancedEntity enhanced) {
            TrackedAttributes tracked = TrackedAttributes.of(
                    enhanced, entry.type().layout().transfer().tracked(), attributes);
            tracked.attach(enhanced);
            tracked.inserted();
        }
    }

    private void update(EntityEntry entry, boolean isCommit) {
        checkId(entry);
        collections.wrap(entry);
        updateChanged(entry, isCommit);
        TrackedAttributes.flushed(entry.instance());
    }

    private void updateChanged(EntityEntry entry, boolean isCommit) {
        boolean ownsChange = collections.isChanged(entry);
        List<Change.FieldChange> fields = diff(entry);
        if (fields.isEmpty() && !ownsChange) {
            if (entry.forcesIncrement()) {
                updated.add(update(entry, fields));
            } else if (isCommit && entry.lockMode() == LockModeType.OPTIMISTIC) {
                changes.verify(entry.type().layout().table(), Objects.requireNonNull(entry.key()), guard(entry));
            }
            return;
        }
        if (entry.lockMode() == LockModeType.PESSIMISTIC_READ) {
            transaction.lock(
                    entry.type().layout().table(),
                    Objects.requireNonNull(entry.key()),
                    LockStrength.EXCLUSIVE,
                    lockTimeout);
        }
        entry.type().call(CallbackKind.PRE_UPDATE, entry.instance());
        if (entry.type().hasCallback(CallbackKind.PRE_UPDATE)) {
            fields = diff(entry);
        }
        updated.add(update(entry, fields));
    }

    private static Update update(EntityEntry entry, List<Change.FieldChange> changed) {
        VersionLayout layout = entry.type().layout().version().orElse(null);
        if (layout == null) {
            return new Update(entry, changed, null);
        }
        Object version = layout.next(entry.version(layout));
        List<Change.FieldChange> fields = new ArrayList<>(changed);
        fields.add(new Change.FieldChange.Set(layout.field(), version));
        return new Update(entry, fields, version);
    }

    private static void checkId(EntityEntry entry) {
        Key now = entry.type().layout().id().keyOf(entry.instance());
        if (!Objects.equals(now, entry.key())) {
            throw new PersistenceException(
                    ContextMessages.CHANGED_ID.text(entry.type().name(), entry.key(), now));
        }
    }

    private List<Change.FieldChange> diff(EntityEntry entry) {
        StateTransfer transfer = entry.type().layout().transfer();
        return entry.needsNoRecord()
                ? transfer.diff(entry.instance(), keys)
                : transfer.diff(entry.instance(), Objects.requireNonNull(entry.record()), keys);
    }

    /** Returns what must hold of a stored entity's record: its version as it was read. */
    private static Change.Guard guard(EntityEntry entry) {
        VersionLayout version = entry.type().layout().version().orElse(null);
        return version == null || !entry.isLoaded()
                ? Change.Guard.Exists.INSTANCE
                : new Change.Guard.Version(version.field(), entry.version(version));
    }

    private void collect(Update update) {
        EntityEntry entry = update.entry();
        if (!update.fields().isEmpty()) {
            changes.patch(
                    entry.type().layout().table(), Objects.requireNonNull(entry.key()), update.fields(), guard(entry));
        }
        collections.collect(entry);
    }

    private void completed() {
        for (EntityEntry entry : inserted) {
            entry.stored(true);
            entry.forcesIncrement(false);
        }
        updated.forEach(FlushRun::updated);
        for (EntityEntry entry : deleted) {
            entry.stored(false);
        }
        for (EntityEntry entry : context.entries()) {
            if (!entry.type().tracked().isEmpty() && entry.isManaged() && entry.isLoaded()) {
                collections.settle(entry);
            }
        }
        inserted.forEach(entry -> entry.type().call(CallbackKind.POST_PERSIST, entry.instance()));
        for (Update update : updated) {
            update.entry().type().call(CallbackKind.POST_UPDATE, update.entry().instance());
        }
        deleted.forEach(entry -> entry.type().call(CallbackKind.POST_REMOVE, entry.instance()));
    }

    private static void updated(Update update) {
        EntityEntry entry = update.entry();
        entry.written(update.fields());
        Object version = update.version();
        if (version != null) {
            entry.type().layout().version().orElseThrow().set(entry.instance(), version);
        }
        entry.forcesIncrement(false);
    }
}
