package dev.dormouse.jpql.internal;

import dev.dormouse.jpql.ast.Parameter;
import dev.dormouse.jpql.ast.ScalarExpression;
import dev.dormouse.jpql.ast.StringLiteral;

/** The rule for escape and trim characters: a string of one code point, or a parameter. */
final class SingleCharacter {

    private SingleCharacter() {}

    static boolean is(ScalarExpression expression) {
        return expression instanceof Parameter
                || (expression instanceof StringLiteral literal
                        && literal.value().codePointCount(0, literal.value().length()) == 1);
    }
}
