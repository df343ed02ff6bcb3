package dev.dormouse.internal.mapping.model;

import java.util.List;

/** Where the references of an association are kept. All but {@link Inverse} are owning sides. */
public sealed interface AssociationMapping {

    /**
     * References in columns. For an association to one they stand in the owner's table (or the embedding collection's) and refer to the
     * target; for a unidirectional {@code @OneToMany} with {@code @JoinColumn} they stand in the target's table and refer to the owner.
     *
     * <p>That the columns of a one-to-one are unique together follows from the kind of the association; here only what was written is unique.
     *
     * @param columns one for each part of the referenced key, in its order
     */
    record ForeignKey(List<JoinColumnModel> columns) implements AssociationMapping {

        public ForeignKey {
            columns = List.copyOf(columns);
        }
    }

    /**
     * References in a table of their own.
     *
     * @param table the join table
     * @param joinColumns the columns that refer to the owner of the association
     * @param inverseJoinColumns the columns that refer to the target
     */
    record JoinTable(TableModel table, List<JoinColumnModel> joinColumns, List<JoinColumnModel> inverseJoinColumns)
            implements AssociationMapping {

        public JoinTable {
            joinColumns = List.copyOf(joinColumns);
            inverseJoinColumns = List.copyOf(inverseJoinColumns);
        }
    }

    /**
     * References as an array of ids in the owner's record ({@link dev.dormouse.annotation.IdArray}).
     *
     * @param column the field that holds the array
     */
    record IdArray(ColumnModel column) implements AssociationMapping {}

    /**
     * The inverse side: the references are what the other side says.
     *
     * @param mappedBy the owning attribute, as a path from the target entity
     */
    record Inverse(AttributePath mappedBy) implements AssociationMapping {}
}
