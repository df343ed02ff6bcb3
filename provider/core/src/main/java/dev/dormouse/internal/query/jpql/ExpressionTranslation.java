package dev.dormouse.internal.query.jpql;

import dev.dormouse.internal.query.build.Operand;
import dev.dormouse.internal.query.build.Scalars;
import dev.dormouse.internal.query.build.SelectBuilder;
import dev.dormouse.jpql.ast.Aggregate;
import dev.dormouse.jpql.ast.Arithmetic;
import dev.dormouse.jpql.ast.ArithmeticStep;
import dev.dormouse.jpql.ast.Cast;
import dev.dormouse.jpql.ast.Coalesce;
import dev.dormouse.jpql.ast.Concatenation;
import dev.dormouse.jpql.ast.ConditionalExpression;
import dev.dormouse.jpql.ast.CurrentDatetime;
import dev.dormouse.jpql.ast.Expression;
import dev.dormouse.jpql.ast.Extract;
import dev.dormouse.jpql.ast.FunctionCall;
import dev.dormouse.jpql.ast.FunctionInvocation;
import dev.dormouse.jpql.ast.GeneralCase;
import dev.dormouse.jpql.ast.IdFunction;
import dev.dormouse.jpql.ast.Index;
import dev.dormouse.jpql.ast.Literal;
import dev.dormouse.jpql.ast.NullIf;
import dev.dormouse.jpql.ast.Parameter;
import dev.dormouse.jpql.ast.Path;
import dev.dormouse.jpql.ast.ScalarExpression;
import dev.dormouse.jpql.ast.Sign;
import dev.dormouse.jpql.ast.SignedExpression;
import dev.dormouse.jpql.ast.SimpleCase;
import dev.dormouse.jpql.ast.SimpleWhen;
import dev.dormouse.jpql.ast.Size;
import dev.dormouse.jpql.ast.Subquery;
import dev.dormouse.jpql.ast.Trim;
import dev.dormouse.jpql.ast.TypeDiscriminator;
import dev.dormouse.jpql.ast.VersionFunction;
import dev.dormouse.jpql.ast.When;
import dev.dormouse.store.plan.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The expressions of one level: each node of the tree becomes one call of the builder. */
final class ExpressionTranslation {

    private final JpqlTranslation statement;
    private final SelectBuilder level;
    private final PathTranslation paths;
    private final ConditionTranslation conditions;
    private Map<Expression, Operand> known = Map.of();

    ExpressionTranslation(JpqlTranslation statement, SelectBuilder level) {
        this.statement = statement;
        this.level = level;
        this.paths = new PathTranslation(this, level);
        this.conditions = new ConditionTranslation(this, level);
    }

    JpqlTranslation statement() {
        return statement;
    }

    /** Lets expressions from here on mean the very values that equal ones have been found to mean. */
    void know(Map<Expression, Operand> meanings) {
        known = meanings;
    }

    /** Returns what an expression means. */
    Operand operand(Expression expression) {
        Operand meaning = known.get(expression);
        return meaning == null ? translated(expression) : meaning;
    }

    private Operand translated(Expression expression) {
        try {
            return expression instanceof ConditionalExpression condition
                    ? conditions.operand(condition)
                    : scalar(expression);
        } catch (IllegalArgumentException wrong) {
            statement.failedAt(expression.position());
            throw wrong;
        }
    }

    /** Returns what a path in FROM leads to. */
    Operand joinPath(Path path) {
        return paths.joinPath(path);
    }

    List<Operand> operands(List<? extends Expression> expressions) {
        List<Operand> operands = new ArrayList<>(expressions.size());
        expressions.forEach(expression -> operands.add(operand(expression)));
        return operands;
    }

    /** Translates a subquery, which sees this level. */
    SelectBuilder subquery(Subquery subquery) {
        return new SelectTranslation(statement, level.subquery()).translate(subquery.query());
    }

    private Operand scalar(Expression expression) {
        if (expression instanceof Path path) {
            return paths.operand(path);
        }
        if (expression instanceof Literal literal) {
            return Literals.operand(literal);
        }
        if (expression instanceof Parameter parameter) {
            return statement.parameter(parameter);
        }
        if (expression instanceof Arithmetic arithmetic) {
            return arithmetic(arithmetic);
        }
        if (expression instanceof SignedExpression signed) {
            Operand operand = operand(signed.operand());
            return signed.sign() == Sign.MINUS
                    ? level.scalars().negative(operand)
                    : level.scalars().positive(operand);
        }
        if (expression instanceof Aggregate aggregate) {
            return level.aggregate(
                    Names.function(aggregate.function()), aggregate.distinct(), operand(aggregate.argument()));
        }
        if (expression instanceof Subquery subquery) {
            return level.scalar(subquery(subquery));
        }
        return function(expression);
    }

    private Operand arithmetic(Arithmetic arithmetic) {
        Operand result = operand(arithmetic.first());
        for (ArithmeticStep step : arithmetic.rest()) {
            result = level.scalars().arithmetic(Names.operator(step.operator()), result, operand(step.operand()));
        }
        return result;
    }

    private Operand function(Expression expression) {
        if (expression instanceof FunctionCall call) {
            return level.scalars().call(Function.valueOf(call.function().name()), operands(call.arguments()));
        }
        if (expression instanceof Concatenation concatenation) {
            return level.scalars().call(Function.CONCAT, operands(concatenation.operands()));
        }
        if (expression instanceof Trim trim) {
            Operand character = trim.character() == null ? Scalars.constant(" ") : operand(trim.character());
            return level.scalars().call(Names.trim(trim.side()), List.of(operand(trim.source()), character));
        }
        if (expression instanceof Extract extract) {
            return level.scalars().call(Names.extract(extract.field()), List.of(operand(extract.source())));
        }
        if (expression instanceof CurrentDatetime current) {
            return level.scalars().current(Names.current(current.function()), Names.javaType(current.function()));
        }
        if (expression instanceof Cast cast) {
            return level.scalars().cast(operand(cast.operand()), Names.target(cast.target()));
        }
        if (expression instanceof FunctionInvocation invocation) {
            return level.scalars().named(invocation.name(), operands(invocation.arguments()));
        }
        return choice(expression);
    }

    private Operand choice(Expression expression) {
        if (expression instanceof GeneralCase choice) {
            List<Scalars.When> branches = new ArrayList<>();
            for (When when : choice.branches()) {
                branches.add(new Scalars.When(operand(when.condition()), operand(when.result())));
            }
            return level.scalars().choice(branches, otherwise(choice.otherwise()));
        }
        if (expression instanceof SimpleCase choice) {
            Operand operand = operand(choice.operand());
            List<Scalars.When> branches = new ArrayList<>();
            for (SimpleWhen when : choice.branches()) {
                branches.add(new Scalars.When(paths.valueBeside(operand, when.value()), operand(when.result())));
            }
            return level.scalars().simpleChoice(operand, branches, otherwise(choice.otherwise()));
        }
        if (expression instanceof Coalesce coalesce) {
            return level.scalars().coalesce(operands(coalesce.arguments()));
        }
        if (expression instanceof NullIf nullIf) {
            return level.scalars().nullIf(operand(nullIf.first()), operand(nullIf.second()));
        }
        return ofEntity(expression);
    }

    private Operand otherwise(@Nullable ScalarExpression otherwise) {
        return otherwise == null ? Operand.Null.INSTANCE : operand(otherwise);
    }

    private Operand ofEntity(Expression expression) {
        if (expression instanceof Size size) {
            return level.conditions().size(paths.operand(size.path()));
        }
        if (expression instanceof Index index) {
            return level.index(level.variable(index.variable().name()));
        }
        if (expression instanceof TypeDiscriminator type) {
            return level.conditions().typeOf(operand(type.operand()));
        }
        if (expression instanceof IdFunction id) {
            return level.id(paths.operand(id.path()));
        }
        if (expression instanceof VersionFunction version) {
            return level.version(paths.operand(version.path()));
        }
        throw new AssertionError("no scalar expression: " + expression);
    }

    /** Returns what a value means that stands beside another one. */
    Operand valueBeside(Operand other, Expression expression) {
        return paths.valueBeside(other, expression);
    }
}
