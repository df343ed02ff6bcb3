package dev.dormouse.internal.query.build;

import dev.dormouse.internal.layout.CollectionLocation;
import dev.dormouse.internal.layout.EmbeddedLocation;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.store.plan.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a part of a query means once its names are resolved. */
public sealed interface Operand {

    /** Returns what it is, for messages. */
    String describe();

    /**
     * A value of a basic type, or a condition.
     *
     * @param expression how it is computed
     * @param type its type
     */
    record Scalar(Expression expression, ValueType type) implements Operand {
        static Scalar condition(Expression expression) {
            return new Scalar(expression, ValueType.BOOLEAN);
        }

        @Override
        public String describe() {
            return type.describe();
        }
    }

    /**
     * A value written in the query. What is stored of it depends on what it stands beside.
     *
     * @param value the program's value
     * @param type its type where nothing stands beside it
     */
    record Constant(Object value, ValueType type) implements Operand {
        @Override
        public String describe() {
            return type.describe();
        }
    }

    /** NULL. */
    enum Null implements Operand {
        /** The only one. */
        INSTANCE;

        @Override
        public String describe() {
            return "NULL";
        }
    }

    /**
     * A parameter. Its type comes from what it stands beside.
     *
     * @param name what it is called
     */
    record Parameter(ParameterName name) implements Operand {
        @Override
        public String describe() {
            return "the parameter " + name;
        }
    }

    /**
     * An entity, or a reference to one whose record is not joined yet.
     *
     * @param layout its static type
     * @param access where its fields are read
     */
    record Entity(EntityLayout layout, RecordAccess access) implements Operand {
        @Override
        public String describe() {
            return "the entity " + layout.model().name();
        }
    }

    /**
     * An embeddable, of an entity or as an element of a collection.
     *
     * @param location its class and attributes
     * @param access where its fields are read
     * @param text the way to it as written
     */
    record Embeddable(EmbeddedLocation location, RecordAccess access, String text) implements Operand {
        @Override
        public String describe() {
            return "the embeddable " + location.javaType().getSimpleName();
        }
    }

    /**
     * The exact type of an entity: TYPE(x), or the name of an entity.
     *
     * @param layout the static type of x, or the entity named
     * @param discriminator the discriminator's value for TYPE(x); null for a literal, and where the entity is alone in its table
     * @param isLiteral whether an entity was named
     */
    record EntityType(EntityLayout layout, @Nullable Expression discriminator, boolean isLiteral) implements Operand {
        @Override
        public String describe() {
            return "an entity type";
        }
    }

    /**
     * All of a collection, which is no value.
     *
     * @param location where the elements are
     * @param owner the record of the entity that has it
     * @param target the entity that the elements are taken as, null for elements that are no entities
     * @param text the way to it as written
     */
    record Collection(CollectionLocation location, RecordAccess owner, @Nullable EntityLayout target, String text)
            implements Operand {
        @Override
        public String describe() {
            return "the collection " + location.description();
        }
    }

    /**
     * The id of an entity whose key has several parts.
     *
     * @param layout the entity
     * @param parts the values in the order of the table's primary key
     */
    record CompositeId(EntityLayout layout, List<Expression> parts) implements Operand {
        public CompositeId {
            parts = List.copyOf(parts);
        }

        @Override
        public String describe() {
            return "the id of " + layout.model().name();
        }
    }

    /**
     * An entry of a map.
     *
     * @param key the key
     * @param value the value
     */
    record Entry(Operand key, Operand value) implements Operand {
        @Override
        public String describe() {
            return "a map entry";
        }
    }
}
