package dev.dormouse.internal.context.load;

import dev.dormouse.internal.context.EntityEntry;
import dev.dormouse.internal.layout.AssociationLocation;
import dev.dormouse.internal.layout.Reference;
import dev.dormouse.internal.layout.ToManyLocation;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records that refer to an entity, as the store has them, for one flush. */
public final class ReferenceRows {

    private final RecordLookup lookup;
    private final StoreTransaction transaction;

    /** Makes the view of one flush. */
    public ReferenceRows(RecordLookup lookup, StoreTransaction transaction) {
        this.lookup = lookup;
        this.transaction = transaction;
    }

    /** Returns the rows of a join table that belong to an owner; none for one that is not stored. */
    public List<RecordView> ofOwner(EntityEntry owner, AssociationLocation location, Reference.InJoinTable join) {
        return owner.isStored()
                ? lookup.find(
                        transaction,
                        location,
                        AssociationReader.rowsOf(join),
                        AssociationReader.ownerValues(owner, join.ownerFields()))
                : List.of();
    }

    /** Returns the records of targets that refer to an owner; none for one that is not stored. */
    public List<RecordView> ofOwner(EntityEntry owner, ToManyLocation location, Reference.InTarget reference) {
        return owner.isStored()
                ? lookup.find(
                        transaction,
                        location,
                        new RecordLookup.Place(location.target().table(), reference.fields(), reference.index()),
                        AssociationReader.ownerValues(owner, reference.ownerFields()))
                : List.of();
    }

    /** Returns the records with these keys, null where there is none. */
    public List<@Nullable RecordView> get(TableDefinition table, List<Key> keys) {
        return keys.isEmpty() ? List.of() : transaction.get(table, keys);
    }
}
