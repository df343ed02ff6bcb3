package dev.dormouse.internal.mapping.model;

import java.util.List;

/**
 * The identity of an entity (section 2.4): what its id value is, and its parts.
 *
 * <p>A part is one basic value; parts are in the order of declaration, and every foreign key to the entity has its columns in this order.
 */
public sealed interface IdModel {

    /** Returns the type of the id value as {@code find} takes it; primitives are not boxed. */
    TypeName type();

    List<IdPart> parts();

    /** Returns the names of the entity's attributes that are annotated as id, in order. */
    List<String> attributes();

    /**
     * One attribute. It is basic, or an association to one ({@code @Id @ManyToOne}) whose target has a simple id: then the id value is
     * the target's.
     *
     * @param attribute the name of the attribute
     * @param part its only part
     */
    record Simple(String attribute, IdPart part) implements IdModel {

        @Override
        public TypeName type() {
            return part.value().type();
        }

        @Override
        public List<IdPart> parts() {
            return List.of(part);
        }

        @Override
        public List<String> attributes() {
            return List.of(attribute);
        }
    }

    /**
     * An embeddable ({@code @EmbeddedId}).
     *
     * @param attribute the name of the attribute, which is an {@link EmbeddedAttribute}
     * @param value the embeddable, as in that attribute
     * @param parts its parts
     */
    record Embedded(String attribute, EmbeddedValue value, List<IdPart> parts) implements IdModel {

        public Embedded {
            parts = List.copyOf(parts);
        }

        @Override
        public TypeName type() {
            return TypeName.of(value.className());
        }

        @Override
        public List<String> attributes() {
            return List.of(attribute);
        }
    }

    /**
     * Several attributes, or one association to an entity with a composite id, gathered in an id class ({@code @IdClass}).
     *
     * @param attributes the names of the entity's id attributes, basic ones and associations to one
     * @param value the id class described as a value: its members are basic, or nested values where an association refers to a composite
     *     id; columns are those of the parts
     * @param parts the parts
     */
    record OfClass(List<String> attributes, EmbeddedValue value, List<IdPart> parts) implements IdModel {

        public OfClass {
            attributes = List.copyOf(attributes);
            parts = List.copyOf(parts);
        }

        @Override
        public TypeName type() {
            return TypeName.of(value.className());
        }
    }
}
