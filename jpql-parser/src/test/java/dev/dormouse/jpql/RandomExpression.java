package dev.dormouse.jpql;

import dev.dormouse.jpql.ast.Aggregate;
import dev.dormouse.jpql.ast.AggregateFunction;
import dev.dormouse.jpql.ast.And;
import dev.dormouse.jpql.ast.Arithmetic;
import dev.dormouse.jpql.ast.ArithmeticOperator;
import dev.dormouse.jpql.ast.ArithmeticStep;
import dev.dormouse.jpql.ast.Between;
import dev.dormouse.jpql.ast.BooleanLiteral;
import dev.dormouse.jpql.ast.Cast;
import dev.dormouse.jpql.ast.CastTarget;
import dev.dormouse.jpql.ast.Coalesce;
import dev.dormouse.jpql.ast.Comparison;
import dev.dormouse.jpql.ast.ComparisonOperator;
import dev.dormouse.jpql.ast.Concatenation;
import dev.dormouse.jpql.ast.CurrentDatetime;
import dev.dormouse.jpql.ast.DateLiteral;
import dev.dormouse.jpql.ast.DatetimeField;
import dev.dormouse.jpql.ast.DatetimeFunction;
import dev.dormouse.jpql.ast.EmptyComparison;
import dev.dormouse.jpql.ast.Exists;
import dev.dormouse.jpql.ast.Expression;
import dev.dormouse.jpql.ast.Extract;
import dev.dormouse.jpql.ast.FunctionCall;
import dev.dormouse.jpql.ast.FunctionInvocation;
import dev.dormouse.jpql.ast.GeneralCase;
import dev.dormouse.jpql.ast.IdFunction;
import dev.dormouse.jpql.ast.Identifier;
import dev.dormouse.jpql.ast.InList;
import dev.dormouse.jpql.ast.InParameter;
import dev.dormouse.jpql.ast.InSubquery;
import dev.dormouse.jpql.ast.Index;
import dev.dormouse.jpql.ast.Like;
import dev.dormouse.jpql.ast.Literal;
import dev.dormouse.jpql.ast.MapKey;
import dev.dormouse.jpql.ast.MapValue;
import dev.dormouse.jpql.ast.MemberOf;
import dev.dormouse.jpql.ast.NamedParameter;
import dev.dormouse.jpql.ast.Not;
import dev.dormouse.jpql.ast.NullComparison;
import dev.dormouse.jpql.ast.NullIf;
import dev.dormouse.jpql.ast.NullLiteral;
import dev.dormouse.jpql.ast.NumericLiteral;
import dev.dormouse.jpql.ast.Or;
import dev.dormouse.jpql.ast.Parameter;
import dev.dormouse.jpql.ast.Path;
import dev.dormouse.jpql.ast.PathRoot;
import dev.dormouse.jpql.ast.Position;
import dev.dormouse.jpql.ast.PositionalParameter;
import dev.dormouse.jpql.ast.QuantifiedComparison;
import dev.dormouse.jpql.ast.Quantifier;
import dev.dormouse.jpql.ast.ScalarExpression;
import dev.dormouse.jpql.ast.ScalarFunction;
import dev.dormouse.jpql.ast.Sign;
import dev.dormouse.jpql.ast.SignedExpression;
import dev.dormouse.jpql.ast.SimpleCase;
import dev.dormouse.jpql.ast.SimpleWhen;
import dev.dormouse.jpql.ast.Size;
import dev.dormouse.jpql.ast.StringLiteral;
import dev.dormouse.jpql.ast.Subquery;
import dev.dormouse.jpql.ast.TimeLiteral;
import dev.dormouse.jpql.ast.TimestampLiteral;
import dev.dormouse.jpql.ast.Treat;
import dev.dormouse.jpql.ast.Trim;
import dev.dormouse.jpql.ast.TrimSide;
import dev.dormouse.jpql.ast.TypeDiscriminator;
import dev.dormouse.jpql.ast.VersionFunction;
import dev.dormouse.jpql.ast.When;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Random expressions that a text can say. */
final class RandomExpression {

    private static final Position NONE = Position.NONE;
    private static final String[] TEXTS = {"", "a", "it's", "''", "%_\\", "\n", "𝒜", "{d ?1 :x}", "-- /*"};

    private final Dice dice;
    private final Supplier<Subquery> subqueries;
    private final boolean named;

    RandomExpression(Dice dice, Supplier<Subquery> subqueries) {
        this.dice = dice;
        this.subqueries = subqueries;
        this.named = dice.flip();
    }

    Expression condition() {
        if (dice.isDeep()) {
            return scalar();
        }
        return dice.deeper(() -> switch (dice.below(16)) {
            case 0 -> new And(dice.list(2, this::condition), NONE);
            case 1 -> new Or(dice.list(2, this::condition), NONE);
            case 2 -> new Not(condition(), NONE);
            case 3 -> new Comparison(dice.of(ComparisonOperator.values()), scalar(), scalar(), NONE);
            case 4 ->
                new QuantifiedComparison(
                        dice.of(ComparisonOperator.values()), scalar(), dice.of(Quantifier.values()), subquery(), NONE);
            case 5 -> new Between(scalarOrNull(), dice.flip(), scalar(), scalar(), NONE);
            case 6 -> new Like(scalar(), dice.flip(), scalar(), dice.maybe(this::character), NONE);
            case 7 -> new InList(scalar(), dice.flip(), dice.list(1, this::scalarOrNull), NONE);
            case 8 -> new InSubquery(scalar(), dice.flip(), subquery(), NONE);
            case 9 -> new InParameter(scalar(), dice.flip(), parameter(), NONE);
            case 10 -> new NullComparison(scalarOrNull(), dice.flip(), NONE);
            case 11 -> new EmptyComparison(path(), dice.flip(), NONE);
            case 12 -> new MemberOf(scalarOrNull(), dice.flip(), path(), NONE);
            case 13 -> new Exists(subquery(), NONE);
            default -> scalar();
        });
    }

    ScalarExpression scalarOrNull() {
        return dice.below(10) == 0 ? new NullLiteral(NONE) : scalar();
    }

    ScalarExpression scalar() {
        if (dice.isDeep()) {
            return leaf();
        }
        return dice.deeper(() -> switch (dice.below(5)) {
            case 0 -> operator();
            case 1 -> function();
            case 2 -> entityFunction();
            case 3 -> choice();
            default -> leaf();
        });
    }

    private ScalarExpression leaf() {
        return switch (dice.below(5)) {
            case 0 -> literal();
            case 1 -> parameter();
            case 2 -> new CurrentDatetime(dice.of(DatetimeFunction.values()), NONE);
            default -> path();
        };
    }

    private ScalarExpression operator() {
        return switch (dice.below(4)) {
            case 0 -> arithmetic(ArithmeticOperator.ADD, ArithmeticOperator.SUBTRACT);
            case 1 -> arithmetic(ArithmeticOperator.MULTIPLY, ArithmeticOperator.DIVIDE);
            case 2 -> new Concatenation(dice.list(2, this::scalarOrNull), NONE);
            default -> new SignedExpression(dice.of(Sign.values()), scalar(), NONE);
        };
    }

    private Arithmetic arithmetic(ArithmeticOperator... operators) {
        return new Arithmetic(
                scalar(), dice.list(1, () -> new ArithmeticStep(dice.of(operators), scalar(), NONE)), NONE);
    }

    private ScalarExpression function() {
        return switch (dice.below(6)) {
            case 0 -> new FunctionInvocation(dice.of(TEXTS), dice.list(0, this::scalarOrNull), NONE);
            case 1 -> new Trim(dice.of(TrimSide.values()), dice.maybe(this::character), scalar(), NONE);
            case 2 -> new Extract(dice.of(DatetimeField.values()), scalar(), NONE);
            case 3 -> new Cast(scalar(), dice.of(CastTarget.values()), NONE);
            case 4 -> new Aggregate(dice.of(AggregateFunction.values()), dice.flip(), scalar(), NONE);
            default -> call();
        };
    }

    private FunctionCall call() {
        ScalarFunction function = dice.of(ScalarFunction.values());
        int most = Math.min(function.maximumArguments(), 4);
        int size = function.minimumArguments() + dice.below(most - function.minimumArguments() + 1);
        List<ScalarExpression> arguments = new ArrayList<>();
        while (arguments.size() < size) {
            arguments.add(scalarOrNull());
        }
        return new FunctionCall(function, arguments, NONE);
    }

    private ScalarExpression entityFunction() {
        return switch (dice.below(5)) {
            case 0 -> new Size(path(), NONE);
            case 1 -> new Index(dice.variable(), NONE);
            case 2 -> new TypeDiscriminator(dice.flip() ? path() : parameter(), NONE);
            case 3 -> new IdFunction(path(), NONE);
            default -> new VersionFunction(path(), NONE);
        };
    }

    private ScalarExpression choice() {
        return switch (dice.below(5)) {
            case 0 ->
                new GeneralCase(
                        dice.list(1, () -> new When(condition(), scalarOrNull(), NONE)),
                        dice.maybe(this::scalarOrNull),
                        NONE);
            case 1 ->
                new SimpleCase(
                        scalar(),
                        dice.list(1, () -> new SimpleWhen(scalar(), scalarOrNull(), NONE)),
                        dice.maybe(this::scalarOrNull),
                        NONE);
            case 2 -> new Coalesce(dice.list(2, this::scalarOrNull), NONE);
            case 3 -> new NullIf(scalar(), scalarOrNull(), NONE);
            default -> subquery();
        };
    }

    private Subquery subquery() {
        return dice.deeper(subqueries);
    }

    private ScalarExpression character() {
        return dice.flip() ? parameter() : new StringLiteral(dice.of("\\", "'", "𝒜", " "), NONE);
    }

    private Parameter parameter() {
        return named
                ? new NamedParameter(dice.name().name(), NONE)
                : new PositionalParameter(1 + dice.below(Integer.MAX_VALUE), NONE);
    }

    private Literal literal() {
        LocalDate date = LocalDate.of(dice.below(10_000), 1 + dice.below(12), 1 + dice.below(28));
        LocalTime time = LocalTime.ofNanoOfDay((long) (dice.random().nextDouble() * LocalTime.MAX.toNanoOfDay()));
        return switch (dice.below(6)) {
            case 0 -> new StringLiteral(dice.of(TEXTS), NONE);
            case 1 -> new BooleanLiteral(dice.flip(), NONE);
            case 2 -> new DateLiteral(date, NONE);
            case 3 -> new TimeLiteral(dice.flip() ? time : time.withSecond(0).withNano(0), NONE);
            case 4 -> new TimestampLiteral(date.atTime(time), NONE);
            default -> new NumericLiteral(number(), NONE);
        };
    }

    private Number number() {
        Random random = dice.random();
        double real = Double.longBitsToDouble(random.nextLong());
        float small = Float.intBitsToFloat(random.nextInt());
        return switch (dice.below(7)) {
            case 0 -> dice.of(0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, random.nextInt());
            case 1 -> dice.of(0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE, random.nextLong());
            case 2 -> Float.isFinite(small) ? small : -0.0F;
            case 3 -> Double.isFinite(real) ? real : -0.0;
            case 4 -> new BigInteger(70, random).subtract(BigInteger.valueOf(random.nextLong()));
            case 5 -> dice.of(Double.MIN_VALUE, Double.MAX_VALUE, 1.5, 1e10);
            default -> new BigDecimal(new BigInteger(70, random), random.nextInt(80) - 40);
        };
    }

    /** Returns any path. */
    Path path() {
        return dice.isDeep() || dice.flip() ? attributePath(dice.root()) : dice.deeper(this::rootedPath);
    }

    /** Returns a path that is not a single identifier, which a join or a FROM clause would read as an entity. */
    Path longPath() {
        Path path = path();
        return path.isIdentifier() ? new Path(path.root(), List.of(dice.name()), NONE) : path;
    }

    Path attributePath(Identifier root) {
        return new Path(root, dice.list(0, dice::name), NONE);
    }

    private Path rootedPath() {
        PathRoot root =
                switch (dice.below(3)) {
                    case 0 -> new MapKey(dice.variable(), NONE);
                    case 1 -> new MapValue(dice.variable(), NONE);
                    default -> new Treat(path(), dice.name(), NONE);
                };
        return new Path(root, dice.list(0, dice::name), NONE);
    }
}
