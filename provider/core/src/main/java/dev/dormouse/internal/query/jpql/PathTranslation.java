package dev.dormouse.internal.query.jpql;

import dev.dormouse.failure.NearestName;
import dev.dormouse.failure.QueryMessages;
import dev.dormouse.internal.query.build.Operand;
import dev.dormouse.internal.query.build.SelectBuilder;
import dev.dormouse.internal.query.build.Variable;
import dev.dormouse.jpql.ast.Expression;
import dev.dormouse.jpql.ast.Identifier;
import dev.dormouse.jpql.ast.MapKey;
import dev.dormouse.jpql.ast.MapValue;
import dev.dormouse.jpql.ast.Path;
import dev.dormouse.jpql.ast.PathRoot;
import dev.dormouse.jpql.ast.Treat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Paths and single names: variables first, then attributes of the implicit variable, then constants and entities. */
final class PathTranslation {

    private final ExpressionTranslation expressions;
    private final SelectBuilder level;

    PathTranslation(ExpressionTranslation expressions, SelectBuilder level) {
        this.expressions = expressions;
        this.level = level;
    }

    Operand operand(Path path) {
        try {
            return resolve(path);
        } catch (IllegalArgumentException wrong) {
            expressions.statement().failedAt(path.position());
            throw wrong;
        }
    }

    /** Returns what a path in FROM leads to; a downcast at its end becomes part of the join. */
    Operand joinPath(Path path) {
        if (path.root() instanceof Treat treat && path.attributes().isEmpty()) {
            return level.treatPath(joinPath(treat.path()), treat.subtype().name());
        }
        return operand(path);
    }

    /** Returns a value that stands beside another one: beside an entity type, the name of an entity is the entity even where a variable has that name. */
    Operand valueBeside(Operand other, Expression expression) {
        if (other instanceof Operand.EntityType && expression instanceof Path path && path.isIdentifier()) {
            Operand literal = level.findLiteral(String.valueOf(path.qualifiedName()));
            if (literal != null) {
                return literal;
            }
        }
        return expressions.operand(expression);
    }

    private Operand resolve(Path path) {
        PathRoot root = path.root();
        if (root instanceof Identifier name) {
            return named(path, name);
        }
        if (root instanceof MapKey key) {
            return follow(level.key(level.variable(key.variable().name())), path.attributes());
        }
        if (root instanceof MapValue value) {
            Variable variable = level.variable(value.variable().name());
            level.key(variable);
            return follow(variable.value(), path.attributes());
        }
        Treat treat = (Treat) root;
        return follow(level.treat(operand(treat.path()), treat.subtype().name()), path.attributes());
    }

    private Operand named(Path path, Identifier root) {
        Variable variable = level.findVariable(root.name());
        if (variable != null) {
            return follow(variable.value(), path.attributes());
        }
        Variable implicit = level.findVariable(JpqlTranslation.THIS);
        Operand literal = literal(path, implicit);
        if (literal != null) {
            return literal;
        }
        if (implicit != null) {
            return follow(level.attribute(implicit.value(), root.name()), path.attributes());
        }
        throw QueryMessages.wrong(
                QueryMessages.UNKNOWN_NAME, root.name(), NearestName.remedy(root.name(), level.variableNames()));
    }

    private @Nullable Operand literal(Path path, @Nullable Variable implicit) {
        String root = ((Identifier) path.root()).name();
        if (implicit != null && level.hasAttribute(implicit.value(), root)) {
            return null;
        }
        return level.findLiteral(String.valueOf(path.qualifiedName()));
    }

    private Operand follow(Operand start, List<Identifier> attributes) {
        Operand operand = start;
        for (Identifier attribute : attributes) {
            operand = level.attribute(operand, attribute.name());
        }
        return operand;
    }
}
