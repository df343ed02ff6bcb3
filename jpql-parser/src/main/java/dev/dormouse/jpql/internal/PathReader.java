package dev.dormouse.jpql.internal;

import dev.dormouse.jpql.ast.Identifier;
import dev.dormouse.jpql.ast.MapKey;
import dev.dormouse.jpql.ast.MapValue;
import dev.dormouse.jpql.ast.NamedParameter;
import dev.dormouse.jpql.ast.Parameter;
import dev.dormouse.jpql.ast.Path;
import dev.dormouse.jpql.ast.PathRoot;
import dev.dormouse.jpql.ast.Position;
import dev.dormouse.jpql.ast.PositionalParameter;
import dev.dormouse.jpql.ast.Treat;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Turns names, paths and parameters into nodes. */
final class PathReader {

    private final QueryText text;

    PathReader(QueryText text) {
        this.text = text;
    }

    Path path(JpqlGrammar.PathContext path) {
        return new Path(root(path.pathRoot()), names(path.name()), text.position(path.getStart()));
    }

    List<Identifier> names(List<JpqlGrammar.NameContext> names) {
        List<Identifier> identifiers = new ArrayList<>(names.size());
        for (JpqlGrammar.NameContext name : names) {
            identifiers.add(word(name));
        }
        return identifiers;
    }

    Identifier name(JpqlGrammar.NameContext name) {
        return word(name);
    }

    Identifier variable(JpqlGrammar.IdentifierContext variable) {
        return word(variable);
    }

    @Nullable
    Identifier optionalVariable(JpqlGrammar.@Nullable IdentifierContext variable) {
        return variable == null ? null : word(variable);
    }

    /** Reads a context that consists of one word. */
    Identifier word(ParserRuleContext word) {
        Token token = word.getStart();
        return new Identifier(token.getText(), text.position(token));
    }

    Parameter parameter(JpqlGrammar.ParameterContext parameter) {
        Token token = parameter.getStart();
        Position position = text.position(token);
        String name = token.getText().substring(1);
        return parameter.NAMED_PARAMETER() != null
                ? new NamedParameter(name, position)
                : new PositionalParameter(parameterNumber(token, name), position);
    }

    private int parameterNumber(Token token, String digits) {
        try {
            int number = Integer.parseInt(digits);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw outOfRange(token);
        }
        throw outOfRange(token);
    }

    private RuntimeException outOfRange(Token token) {
        return text.refusal(token, "parameter number out of range", "Expected 1 to 2147483647.", "");
    }

    private PathRoot root(JpqlGrammar.PathRootContext root) {
        Position position = text.position(root.getStart());
        if (root.TREAT() != null) {
            return new Treat(path(root.path()), name(root.entityName().name()), position);
        }
        if (root.KEY() != null) {
            return new MapKey(variable(root.identifier()), position);
        }
        if (root.VALUE() != null) {
            return new MapValue(variable(root.identifier()), position);
        }
        return word(root);
    }
}
