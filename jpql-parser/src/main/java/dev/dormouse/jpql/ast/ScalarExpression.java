package dev.dormouse.jpql.ast;

/**
 * An expression that results in one value (section 4.7).
 */
public sealed interface ScalarExpression extends Expression
        permits Literal,
                Parameter,
                Path,
                Arithmetic,
                SignedExpression,
                Concatenation,
                FunctionCall,
                FunctionInvocation,
                CurrentDatetime,
                Trim,
                Extract,
                Cast,
                Size,
                Index,
                TypeDiscriminator,
                IdFunction,
                VersionFunction,
                Aggregate,
                GeneralCase,
                SimpleCase,
                Coalesce,
                NullIf,
                Subquery {}
