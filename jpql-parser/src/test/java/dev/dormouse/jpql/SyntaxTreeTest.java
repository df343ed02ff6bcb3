package dev.dormouse.jpql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dormouse.jpql.ast.And;
import dev.dormouse.jpql.ast.Arithmetic;
import dev.dormouse.jpql.ast.ArithmeticOperator;
import dev.dormouse.jpql.ast.ArithmeticStep;
import dev.dormouse.jpql.ast.Comparison;
import dev.dormouse.jpql.ast.ComparisonOperator;
import dev.dormouse.jpql.ast.EntityJoin;
import dev.dormouse.jpql.ast.FromItem;
import dev.dormouse.jpql.ast.FunctionCall;
import dev.dormouse.jpql.ast.Identifier;
import dev.dormouse.jpql.ast.JoinType;
import dev.dormouse.jpql.ast.NamedParameter;
import dev.dormouse.jpql.ast.NumericLiteral;
import dev.dormouse.jpql.ast.Path;
import dev.dormouse.jpql.ast.PathJoin;
import dev.dormouse.jpql.ast.Position;
import dev.dormouse.jpql.ast.PositionalParameter;
import dev.dormouse.jpql.ast.RangeVariable;
import dev.dormouse.jpql.ast.ScalarExpression;
import dev.dormouse.jpql.ast.ScalarFunction;
import dev.dormouse.jpql.ast.SelectStatement;
import dev.dormouse.jpql.ast.SetOperation;
import dev.dormouse.jpql.ast.StringLiteral;
import dev.dormouse.jpql.ast.UpdateStatement;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SyntaxTreeTest {

    private static final Position NONE = Position.NONE;

    @Test
    void a_whole_query_is_the_tree_that_it_says() {
        Path customer = path("o", "customer", "name");
        Comparison first = new Comparison(ComparisonOperator.EQUAL, customer, new NamedParameter("name", NONE), NONE);
        Comparison second = new Comparison(
                ComparisonOperator.GREATER,
                new Arithmetic(
                        path("o", "total"),
                        List.of(new ArithmeticStep(ArithmeticOperator.MULTIPLY, number(2), NONE)),
                        NONE),
                number(10L),
                NONE);
        RangeVariable order = new RangeVariable(
                identifier("Order"),
                identifier("o"),
                List.of(
                        new PathJoin(JoinType.LEFT, path("o", "items"), identifier("i"), null, NONE),
                        new EntityJoin(JoinType.INNER, identifier("Tax"), identifier("t"), path("t", "due"), NONE)),
                NONE);
        SelectStatement expected = new SelectStatement(
                null, List.of(order), new And(List.of(first, second), NONE), List.of(), null, List.of(), NONE);

        assertThat(JpqlParser.parse("from Order o left join o.items i join Tax t on t.due "
                        + "where ((o.customer.name = :name) and o.total * 2 > 10L)"))
                .isEqualTo(expected)
                .hasSameHashCodeAs(expected);
    }

    @Test
    void every_difference_makes_trees_unequal() {
        List<String> queries = List.of(
                "FROM E e WHERE e.a = 1",
                "FROM E e WHERE e.a = 1L",
                "FROM E e WHERE e.a = 1.0",
                "FROM E e WHERE e.a <> 1",
                "FROM E e WHERE e.b = 1",
                "FROM E e WHERE e.a = 1 AND e.a = 1",
                "FROM E e WHERE e.a = 1 OR e.a = 1",
                "FROM E e WHERE e.a = 1 AND e.a = 1 AND e.a = 1",
                "FROM E e WHERE e.a = 1 AND (e.a = 1 AND e.a = 1)",
                "FROM E e",
                "SELECT e FROM E e",
                "SELECT DISTINCT e FROM E e",
                "FROM E e ORDER BY e",
                "FROM E e ORDER BY e DESC");
        for (String left : queries) {
            for (String right : queries) {
                assertThat(JpqlParser.parse(left).equals(JpqlParser.parse(right)))
                        .as(left + " / " + right)
                        .isEqualTo(left.equals(right));
            }
        }
    }

    @Test
    void every_node_knows_its_place() {
        SelectStatement select =
                (SelectStatement) JpqlParser.parse("SELECT e\n  FROM E e\nWHERE e.a + '𝒜'\n = ABS(:x)");

        Comparison comparison = (Comparison) Objects.requireNonNull(select.where());
        Arithmetic sum = (Arithmetic) comparison.left();
        FunctionCall abs = (FunctionCall) comparison.right();
        FromItem item = select.from().get(0);
        assertThat(place(select.position())).isEqualTo("1:1@0");
        assertThat(place(item.position())).isEqualTo("2:8@16");
        assertThat(place(Objects.requireNonNull(item.variable()).position())).isEqualTo("2:10@18");
        assertThat(place(comparison.position())).isEqualTo("3:7@26");
        assertThat(place(sum.rest().get(0).position())).isEqualTo("3:11@30");
        assertThat(place(sum.rest().get(0).operand().position())).isEqualTo("3:13@32");
        assertThat(place(abs.position())).isEqualTo("4:4@40");
        assertThat(place(abs.arguments().get(0).position())).isEqualTo("4:8@44");
        assertThat(place(((Path) sum.first()).attributes().get(0).position())).isEqualTo("3:9@28");
    }

    @Test
    void a_number_has_the_type_of_its_suffix() {
        SelectStatement select = (SelectStatement) JpqlParser.parse(
                "SELECT 1, 1L, 1F, 1D, 1.0, 1BI, 1.10BD, -1, 123456789012345678901234567890bi FROM E e");

        assertThat(Objects.requireNonNull(select.select()).items())
                .extracting(item -> ((NumericLiteral) item.expression()).value())
                .containsExactly(
                        1,
                        1L,
                        1F,
                        1D,
                        1D,
                        BigInteger.ONE,
                        new BigDecimal("1.10"),
                        -1,
                        new BigInteger("123456789012345678901234567890"));
    }

    @Test
    void an_order_behind_the_last_operand_belongs_to_the_whole() {
        SetOperation union = (SetOperation) JpqlParser.parse("FROM A a UNION FROM B b INTERSECT FROM C c ORDER BY x");

        SetOperation intersection = (SetOperation) union.rest().get(0).query();
        assertThat(union.orderBy()).hasSize(1);
        assertThat(intersection.orderBy()).isEmpty();
        assertThat(intersection.rest().get(0).query().orderBy()).isEmpty();
    }

    @Test
    void a_qualified_name_is_one_path() {
        UpdateStatement update = (UpdateStatement) JpqlParser.parse("UPDATE E SET a.b = x.y.Color.RED");

        assertThat(update.items().get(0).target().qualifiedName()).isEqualTo("a.b");
        assertThat(((Path) update.items().get(0).value()).qualifiedName()).isEqualTo("x.y.Color.RED");
        assertThat(update.variable()).isNull();
    }

    @Test
    void a_node_refuses_what_no_text_can_say() {
        assertThatIllegalArgumentException().isThrownBy(() -> new And(List.of(path("a")), NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new NumericLiteral((short) 1, NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new PositionalParameter(0, NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new FunctionCall(ScalarFunction.ABS, List.of(), NONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Arithmetic(
                        number(1),
                        List.of(
                                new ArithmeticStep(ArithmeticOperator.ADD, number(1), NONE),
                                new ArithmeticStep(ArithmeticOperator.DIVIDE, number(1), NONE)),
                        NONE));
    }

    @Test
    void an_expression_prints_alone() {
        ScalarExpression name =
                new FunctionCall(ScalarFunction.CONCAT, List.of(path("e", "a"), new StringLiteral("it's", NONE)), NONE);

        assertThat(JpqlPrinter.print(name)).isEqualTo("CONCAT(e.a, 'it''s')");
    }

    private static String place(Position position) {
        return position + "@" + position.offset();
    }

    private static NumericLiteral number(Number value) {
        return new NumericLiteral(value, NONE);
    }

    private static Path path(String root, String... attributes) {
        return new Path(
                identifier(root),
                List.of(attributes).stream().map(SyntaxTreeTest::identifier).toList(),
                NONE);
    }

    private static Identifier identifier(String name) {
        return new Identifier(name, NONE);
    }
}
