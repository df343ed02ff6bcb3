package dev.dormouse.jpql.ast;

/**
 * A condition that is true, false or unknown by its form (section 4.6).
 */
public sealed interface ConditionalExpression extends Expression
        permits And,
                Or,
                Not,
                Comparison,
                QuantifiedComparison,
                Between,
                Like,
                InList,
                InSubquery,
                InParameter,
                NullComparison,
                EmptyComparison,
                MemberOf,
                Exists {}
