package dev.dormouse.jpql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A root and the names behind it: {@code a}, {@code a.b.c}, {@code KEY(m).b}, {@code TREAT(a.b AS C).d} (section 4.4.4).
 *
 * <p>Without a metamodel this is also an attribute of the implicit variable {@code this}, an enum literal by its
 * qualified name, an entity type literal or a result variable.
 *
 * @param root where it starts
 * @param attributes the names behind the root, case-sensitive; may be empty
 * @param position where its text begins
 */
public record Path(PathRoot root, List<Identifier> attributes, Position position) implements ScalarExpression {
    /** Takes its own copy of the list. */
    public Path {
        attributes = List.copyOf(attributes);
    }

    /** Returns whether it is a single identifier. */
    public boolean isIdentifier() {
        return attributes.isEmpty() && root instanceof Identifier;
    }

    /** Returns the names joined by dots, or null where the root is not an identifier. */
    public @Nullable String qualifiedName() {
        if (!(root instanceof Identifier identifier)) {
            return null;
        }
        StringBuilder name = new StringBuilder(identifier.name());
        for (Identifier attribute : attributes) {
            name.append('.').append(attribute.name());
        }
        return name.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return Trees.equal(this, other);
    }

    @Override
    public int hashCode() {
        return Trees.hash(this);
    }
}
