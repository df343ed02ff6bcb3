package dev.dormouse.internal.mapping.model;

import java.util.List;

/** What the keys of a map are. */
public sealed interface MapKeyModel {

    /** Returns the Java type of the keys. */
    TypeName type();

    /**
     * An attribute of the target entity or embeddable ({@code @MapKey}); nothing is stored for it.
     *
     * @param type the type of the keys
     * @param path the attribute, a path from the target; the empty path stands for its whole id
     */
    record OfAttribute(TypeName type, AttributePath path) implements MapKeyModel {}

    /**
     * Basic keys in a column of the collection table, join table or target table.
     *
     * @param value how a key becomes what is stored
     * @param column where it is stored
     */
    record Basic(BasicValue value, ColumnModel column) implements MapKeyModel {

        @Override
        public TypeName type() {
            return value.type();
        }
    }

    /**
     * Embeddable keys.
     *
     * @param value the class and its effective attributes
     */
    record Embeddable(EmbeddedValue value) implements MapKeyModel {

        @Override
        public TypeName type() {
            return TypeName.of(value.className());
        }
    }

    /**
     * Entities as keys.
     *
     * @param type the type of the keys
     * @param target the name of the key's entity
     * @param joinColumns the columns that refer to it
     */
    record Entity(TypeName type, String target, List<JoinColumnModel> joinColumns) implements MapKeyModel {

        public Entity {
            joinColumns = List.copyOf(joinColumns);
        }
    }
}
