package dev.dormouse.internal.layout;

import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.TableDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an association is kept. "Owner" is the entity with the attribute that is looked at, also on the inverse side; "target" the other one.
 * Lists of fields that refer to each other go in the same order: that of the primary key, where they refer to it. An index that is null
 * is not needed, because the fields begin the primary key, or there is none.
 */
public sealed interface Reference {

    /** Returns whether this side writes the association. */
    boolean isOwning();

    /**
     * In the record with the attribute.
     *
     * @param fields the referring fields of the owner
     * @param targetFields the fields of the target that they refer to
     * @param refersToKey whether these are its primary key, so that the values of the fields are its key
     * @param index the index over the referring fields
     * @param isInsertable whether an insert writes the fields
     * @param isUpdatable whether an update does
     */
    record InOwner(
            List<FieldPath> fields,
            List<FieldPath> targetFields,
            boolean refersToKey,
            @Nullable IndexDefinition index,
            boolean isInsertable,
            boolean isUpdatable)
            implements Reference {
        /** Copies the lists. */
        public InOwner {
            fields = List.copyOf(fields);
            targetFields = List.copyOf(targetFields);
        }

        @Override
        public boolean isOwning() {
            return true;
        }
    }

    /**
     * In the records of the targets: the inverse side of {@link InOwner}, or a unidirectional {@code @OneToMany} with
     * {@code @JoinColumn}.
     *
     * @param fields the referring fields of the target
     * @param ownerFields the fields of the owner that they refer to
     * @param refersToKey whether these are the owner's primary key
     * @param index the target's index over the referring fields
     * @param isOwning whether this side writes the fields, by patches of the targets' records
     */
    record InTarget(
            List<FieldPath> fields,
            List<FieldPath> ownerFields,
            boolean refersToKey,
            @Nullable IndexDefinition index,
            boolean isOwning)
            implements Reference {
        /** Copies the lists. */
        public InTarget {
            fields = List.copyOf(fields);
            ownerFields = List.copyOf(ownerFields);
        }
    }

    /**
     * In a table of its own.
     *
     * @param table the join table
     * @param fieldsToOwner its fields that refer to the owner
     * @param ownerFields the fields of the owner that they refer to
     * @param ownerIndex its index that begins with the fields to the owner
     * @param fieldsToTarget its fields that refer to the target
     * @param targetFields the fields of the target that they refer to
     * @param targetIndex its index that begins with the fields to the target
     * @param isOwning whether this side writes the table
     */
    record InJoinTable(
            TableDefinition table,
            List<FieldPath> fieldsToOwner,
            List<FieldPath> ownerFields,
            @Nullable IndexDefinition ownerIndex,
            List<FieldPath> fieldsToTarget,
            List<FieldPath> targetFields,
            @Nullable IndexDefinition targetIndex,
            boolean isOwning)
            implements Reference {
        /** Copies the lists. */
        public InJoinTable {
            fieldsToOwner = List.copyOf(fieldsToOwner);
            ownerFields = List.copyOf(ownerFields);
            fieldsToTarget = List.copyOf(fieldsToTarget);
            targetFields = List.copyOf(targetFields);
        }
    }

    /**
     * As an array of the targets' keys in the record with the attribute ({@link dev.dormouse.annotation.IdArray}).
     *
     * @param array the array
     * @param index the index over its elements
     */
    record InArray(FieldPath array, @Nullable IndexDefinition index) implements Reference {
        @Override
        public boolean isOwning() {
            return true;
        }
    }
}
