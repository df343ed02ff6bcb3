package dev.dormouse.store.plan;

import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.BasicType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The words in which tests write expressions. */
public final class Terms {

    private Terms() {}

    public static Expression.Literal lit(Object value) {
        return new Expression.Literal(BasicType.of(value), value);
    }

    public static Expression.Literal nothing(BasicType type) {
        return new Expression.Literal(type, null);
    }

    public static Expression.FieldValue field(Scan scan, String path) {
        return new Expression.FieldValue(scan.slot(), scan.table().path(path));
    }

    public static Expression slot(Slot slot) {
        return new Expression.SlotValue(slot);
    }

    public static Scan scan(TableDefinition table, int id, String name) {
        return Scan.of(table, new Slot(id, name, table.type()));
    }

    public static Expression.Parameter param(int index, String name, dev.dormouse.store.type.StoreType type) {
        return new Expression.Parameter(index, name, type);
    }

    public static Expression compare(Expression left, String symbol, Expression right) {
        ComparisonOperator operator = Arrays.stream(ComparisonOperator.values())
                .filter(o -> o.toString().equals(symbol))
                .findFirst()
                .orElseThrow();
        return new Expression.Comparison(operator, left, right);
    }

    public static Expression eq(Expression left, Expression right) {
        return compare(left, "=", right);
    }

    public static Expression and(Expression... terms) {
        return new Expression.And(List.of(terms));
    }

    public static Expression or(Expression... terms) {
        return new Expression.Or(List.of(terms));
    }

    public static Expression not(Expression term) {
        return new Expression.Not(term);
    }

    public static Expression isNull(Expression operand) {
        return new Expression.IsNull(operand);
    }

    public static Expression in(Expression operand, Expression... values) {
        return new Expression.InList(operand, List.of(values));
    }

    public static Expression like(Expression operand, Expression pattern, @Nullable Expression escape) {
        return new Expression.Like(operand, pattern, Optional.ofNullable(escape));
    }

    public static Expression compute(Expression left, String symbol, Expression right) {
        ArithmeticOperator operator = Arrays.stream(ArithmeticOperator.values())
                .filter(o -> o.toString().equals(symbol))
                .findFirst()
                .orElseThrow();
        return new Expression.Arithmetic(operator, left, right, (BasicType) left.type());
    }

    public static Expression call(Function function, BasicType type, Expression... arguments) {
        return new Expression.Call(function, List.of(arguments), type);
    }

    public static Expression cast(Expression operand, BasicType type) {
        return new Expression.Cast(operand, type);
    }
}
