package dev.dormouse.jpql.ast;

/**
 * A value written in the query (section 4.7.1).
 *
 * <p>Enum literals and entity type literals cannot be told from paths without a metamodel: they are a {@link Path}.
 */
public sealed interface Literal extends ScalarExpression
        permits StringLiteral,
                NumericLiteral,
                BooleanLiteral,
                NullLiteral,
                DateLiteral,
                TimeLiteral,
                TimestampLiteral {}
