package dev.dormouse.internal.query.oracle;

import dev.dormouse.internal.query.oracle.Level.Variable;
import dev.dormouse.internal.query.oracle.Part.Row;
import dev.dormouse.internal.query.oracle.Shape.Kind;
import dev.dormouse.internal.query.oracle.Shape.Way;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Expressions and conditions at random, and the parameters that they have. */
final class RandomQueries {

    private static final List<String> SYMBOLS = List.of("=", "<>", "<", "<=", ">", ">=");
    private static final Row NOTHING = new Row(Map.of(), List.of());

    private final Shop shop;
    private final Random random;
    private final RandomSubqueries subqueries;
    private final Map<String, Object> parameters = new HashMap<>();
    private int names;

    RandomQueries(Shop shop, Random random) {
        this.shop = shop;
        this.random = random;
        subqueries = new RandomSubqueries(this, random);
    }

    Shop shop() {
        return shop;
    }

    static Row nothing() {
        return NOTHING;
    }

    String newName() {
        return "v" + names++;
    }

    RandomSubqueries subqueries() {
        return subqueries;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    String symbol() {
        return any(SYMBOLS);
    }

    /** Returns a number of things. */
    <T> List<T> several(int most, Supplier<T> thing) {
        return IntStream.rangeClosed(0, random.nextInt(most))
                .mapToObj(i -> thing.get())
                .toList();
    }

    /** A value that is written in the text. */
    Part literal(Kind kind) {
        int number = random.nextInt(5);
        return switch (kind) {
            case NUMBER -> new Part(String.valueOf(number), row -> number);
            case TEXT -> new Part("'" + Shop.TEXTS.get(number) + "'", row -> Shop.TEXTS.get(number));
            case DATE -> {
                LocalDate date = Shop.DATES.get(number % 3);
                yield new Part("{d '" + date + "'}", row -> date);
            }
            case MOOD -> {
                ShopModel.Mood mood = any(List.of(ShopModel.Mood.values()));
                yield new Part(ShopModel.Mood.class.getCanonicalName() + "." + mood, row -> mood);
            }
            case FLAG -> new Part(number > 2 ? "true" : "false", row -> number > 2);
            case WHOLE -> throw new AssertionError("no literal");
        };
    }

    /** A value that is written in the text, or handed over beside it. */
    private Part constant(Kind kind) {
        Part literal = literal(kind);
        if (random.nextInt(4) > 0) {
            return literal;
        }
        String name = "p" + parameters.size();
        parameters.put(name, objectOf(literal, NOTHING));
        return new Part(":" + name, literal.value());
    }

    /** Returns a value of a variable, or a literal if it has none of the kind. */
    Part value(Variable variable, Kind kind) {
        List<Shape.Member> values = variable.shape().values(kind);
        return values.isEmpty() ? literal(kind) : variable.value(any(values));
    }

    /** Returns a value of a variable that has one of the kind; a literal if none has. */
    Part value(List<Variable> visible, Kind kind) {
        List<Variable> having = visible.stream()
                .filter(variable -> !variable.shape().values(kind).isEmpty())
                .toList();
        return having.isEmpty() ? literal(kind) : value(any(having), kind);
    }

    /** An attribute behind a reference: whoever writes it loses the rows in which there is none, but for its key, which stands here. */
    private Part path(Level level, Kind kind) {
        Variable variable = any(level.visible());
        if (variable.shape().references().isEmpty()) {
            return value(variable, kind);
        }
        Way way = any(variable.shape().references());
        Part reference = variable.reference(way);
        Shape target = Shape.of(way.target());
        List<Shape.Member> plain = target.values(kind).stream()
                .filter(member -> member.format().startsWith("%s"))
                .toList();
        Shape.Member member = any(plain);
        if (way.name().equals("keeper") || !member.format().startsWith("%s.id")) {
            level.require(reference);
        }
        return new Variable(reference.text(), target).value(member).with(reference);
    }

    /** A number that reads only attributes of variables. */
    Part plainNumber(List<Variable> visible) {
        return random.nextInt(4) == 0 ? literal(Kind.NUMBER) : value(visible, Kind.NUMBER);
    }

    private static long whole(Object number) {
        return ((Number) number).longValue();
    }

    /** A part that is made and not used must not follow a path, so each is made where it is used. */
    Part number(Level level, int depth) {
        List<Variable> visible = level.visible();
        if (depth <= 0) {
            return plainNumber(visible);
        }
        return switch (random.nextInt(12)) {
            case 0 -> {
                Part text = value(visible, Kind.TEXT);
                yield Part.strict(
                        any(List.of("length(", "function('length', ")) + text.text() + ")", text, x -> x.toString()
                                .codePointCount(0, x.toString().length()));
            }
            case 1, 2 -> path(level, Kind.NUMBER);
            case 3 -> size(visible);
            case 4 -> {
                Part condition = condition(level, depth - 1);
                Part a = number(level, depth - 1);
                Part b = plainNumber(visible);
                yield new Part(
                        "case when " + condition.text() + " then " + a.text() + " else " + b.text() + " end",
                        row -> condition.holds(row) ? a.of(row) : b.of(row));
            }
            case 5 -> subqueries.extreme(level, depth - 1);
            default -> computed(number(level, depth - 1), plainNumber(visible));
        };
    }

    private Part computed(Part a, Part b) {
        return switch (random.nextInt(8)) {
            case 0 -> Part.strict(a.text() + " + " + b.text(), a, b, (x, y) -> whole(x) + whole(y));
            case 1 -> Part.strict("(" + a.text() + ") * -2", a, x -> whole(x) * -2);
            case 2 -> Part.strict("abs(" + a.text() + ")", a, x -> Math.abs(whole(x)));
            case 3 ->
                new Part("coalesce(" + a.text() + ", " + b.text() + ")", row -> {
                    Object first = a.of(row);
                    return first == null ? b.of(row) : first;
                });
            case 4 ->
                new Part("nullif(" + a.text() + ", " + b.text() + ")", row -> {
                    Object x = a.of(row);
                    Object y = b.of(row);
                    return x != null && y != null && Part.compare(x, y) == 0 ? null : x;
                });
            case 5 -> Part.strict("function('abs', " + a.text() + ")", a, x -> Math.abs(whole(x)));
            case 6 -> Part.strict("mod(" + a.text() + ", 3)", a, x -> whole(x) % 3);
            default -> a;
        };
    }

    private @Nullable Variable withCollection(List<Variable> visible) {
        List<Variable> having = visible.stream()
                .filter(variable -> !variable.shape().collections().isEmpty())
                .toList();
        return having.isEmpty() ? null : any(having);
    }

    private Part size(List<Variable> visible) {
        Variable variable = withCollection(visible);
        if (variable == null) {
            return plainNumber(visible);
        }
        Way way = any(variable.shape().collections());
        return new Part("size(" + variable.name() + "." + way.name() + ")", row -> variable.elements(row, way)
                .size());
    }

    Part text(Level level) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> path(level, Kind.TEXT);
            case 2 -> {
                Part text = value(level.visible(), Kind.TEXT);
                yield Part.strict(
                        any(List.of("upper(", "function('ucase', ")) + text.text() + ")",
                        text,
                        x -> x.toString().replace('a', 'A').replace('b', 'B'));
            }
            case 3 -> {
                Part text = value(level.visible(), Kind.TEXT);
                yield Part.strict(text.text() + " || 'a'", text, x -> x + "a");
            }
            default -> value(level.visible(), Kind.TEXT);
        };
    }

    /** A condition without paths and subqueries, as ON has it. */
    Part plainCondition(List<Variable> visible) {
        Part a = plainNumber(visible);
        Part b = value(visible.get(visible.size() - 1), Kind.NUMBER);
        return compared(a, random.nextInt(3) == 0 ? symbol() : "=", b);
    }

    static Part compared(Part a, String symbol, Part b) {
        return Part.strict(a.text() + " " + symbol + " " + b.text(), a, b, (x, y) -> Part.compares(symbol, x, y));
    }

    Part condition(Level level, int depth) {
        return switch (random.nextInt(depth > 0 ? 24 : 11)) {
            case 0 -> compared(operand(level, depth), symbol(), number(level, 1));
            case 1 -> {
                Part text = text(level);
                yield compared(text, symbol(), random.nextBoolean() ? text(level) : constant(Kind.TEXT));
            }
            case 2 -> isNull(operand(level, depth));
            case 3 -> {
                Part x = operand(level, depth);
                Part other = constant(Kind.NUMBER);
                yield Part.strict(
                        x.text() + " in (1, " + other.text() + ")",
                        x,
                        v -> whole(v) == 1 || whole(v) == whole(objectOf(other, NOTHING)));
            }
            case 4 -> {
                Part text = text(level);
                yield Part.strict(
                        text.text() + " like 'a%'", text, v -> v.toString().startsWith("a"));
            }
            case 5 -> between(operand(level, depth), plainNumber(level.visible()), literal(Kind.NUMBER));
            case 6 -> empty(level.visible());
            case 7 -> value(level);
            case 8 -> typed(level.visible());
            case 9, 10 -> member(level.visible());
            case 11 -> {
                Part term = condition(level, depth - 1);
                yield new Part("not (" + term.text() + ")", row -> Part.not(term.of(row)));
            }
            case 12, 13 -> {
                Part a = condition(level, depth - 1);
                Part b = condition(level, depth - 1);
                yield new Part("(" + a.text() + " and " + b.text() + ")", row -> Part.and(a.of(row), b.of(row)));
            }
            case 14, 15 -> {
                Part a = condition(level, depth - 1);
                Part b = condition(level, depth - 1);
                yield new Part("(" + a.text() + " or " + b.text() + ")", row -> Part.or(a.of(row), b.of(row)));
            }
            default -> subqueries.condition(level, depth);
        };
    }

    private Part operand(Level level, int depth) {
        return number(level, depth > 1 ? 1 : 0);
    }

    private Part isNull(Part x) {
        boolean not = random.nextBoolean();
        return new Part(x.text() + (not ? " is not null" : " is null"), row -> (x.of(row) == null) != not);
    }

    private static Part between(Part x, Part low, Part high) {
        Part from = compared(x, ">=", low);
        Part to = compared(x, "<=", high);
        return new Part(
                x.text() + " between " + low.text() + " and " + high.text(), row -> Part.and(from.of(row), to.of(row)));
    }

    /** Compares dates, constants of an enum, converted values and entities. */
    private Part value(Level level) {
        List<Variable> visible = level.visible();
        return switch (random.nextInt(5)) {
            case 0 ->
                compared(
                        value(visible, Kind.DATE),
                        symbol(),
                        random.nextBoolean() ? value(visible, Kind.DATE) : constant(Kind.DATE));
            case 1 -> compared(value(visible, Kind.MOOD), any(List.of("=", "<>")), constant(Kind.MOOD));
            case 2 ->
                compared(
                        value(visible, Kind.FLAG),
                        any(List.of("=", "<>")),
                        random.nextBoolean() ? value(visible, Kind.FLAG) : constant(Kind.FLAG));
            case 3 -> isNull(value(visible, any(List.of(Kind.DATE, Kind.MOOD, Kind.FLAG, Kind.TEXT))));
            default -> {
                List<Part> alike = entities(visible, any(Shape.ENTITIES));
                yield alike.isEmpty()
                        ? isNull(value(visible, Kind.TEXT))
                        : random.nextInt(3) == 0
                                ? isNull(any(alike))
                                : compared(any(alike), any(List.of("=", "<>")), any(alike));
            }
        };
    }

    private static Part itself(Variable variable) {
        return new Part(variable.name(), row -> row.get(variable.name()));
    }

    /** Asks of which class a customer is. */
    private Part typed(List<Variable> visible) {
        List<Variable> customers = visible.stream()
                .filter(v -> v.shape().name().equals("Customer"))
                .toList();
        if (customers.isEmpty()) {
            return isNull(plainNumber(visible));
        }
        Part customer = itself(any(customers));
        boolean dealer = random.nextBoolean();
        String operator = any(List.of(" = ", " <> ", " in "));
        String name = dealer ? "Dealer" : "Customer";
        return Part.strict(
                "type(" + customer.text() + ")" + operator + (operator.equals(" in ") ? "(" + name + ")" : name),
                customer,
                one -> (one instanceof ShopModel.Dealer == dealer) != operator.equals(" <> "));
    }

    private Part empty(List<Variable> visible) {
        Variable variable = withCollection(visible);
        if (variable == null) {
            return isNull(plainNumber(visible));
        }
        Way way = any(variable.shape().collections());
        boolean not = random.nextBoolean();
        return new Part(
                variable.name() + "." + way.name() + (not ? " is not empty" : " is empty"),
                row -> variable.elements(row, way).isEmpty() != not);
    }

    /** An empty collection has no member, not even one that is not known. */
    private Part member(List<Variable> visible) {
        Variable owner = withCollection(visible);
        Way way = owner == null ? null : any(owner.shape().collections());
        Part sought = way == null ? null : sought(visible, way);
        if (owner == null || way == null || sought == null) {
            return isNull(plainNumber(visible));
        }
        boolean not = random.nextBoolean();
        return new Part(
                sought.text() + (not ? " not member of " : " member ") + owner.name() + "." + way.name(),
                row -> contains(elements(owner, row, way), sought.of(row), not));
    }

    private static List<@Nullable Object> elements(Variable owner, Row row, Way way) {
        List<@Nullable Object> elements = new ArrayList<>();
        owner.elements(row, way).forEach(one -> elements.add(one instanceof Map.Entry<?, ?> e ? e.getValue() : one));
        return elements;
    }

    private static @Nullable Boolean contains(List<@Nullable Object> elements, @Nullable Object sought, boolean not) {
        if (elements.isEmpty()) {
            return not;
        }
        return sought == null ? null : (Boolean) (elements.contains(sought) != not);
    }

    /** Returns what may be a member: an entity of the type, what a reference refers to, a basic value. */
    private @Nullable Part sought(List<Variable> visible, Way way) {
        if (way.target().equals("Word") || way.target().equals("Score")) {
            return value(visible, way.target().equals("Word") ? Kind.TEXT : Kind.NUMBER);
        }
        if (way.target().equals("Place")) {
            return null;
        }
        List<Part> candidates = entities(visible, way.target().equals("Guest") ? "Customer" : way.target());
        return candidates.isEmpty() ? null : any(candidates);
    }

    /** Returns what stands for one entity of a type: variables, and what references lead to, which may be null. */
    private static List<Part> entities(List<Variable> visible, String entity) {
        List<Part> entities = new ArrayList<>();
        for (Variable variable : visible) {
            if (variable.shape().name().equals(entity)) {
                entities.add(itself(variable));
            }
            variable.shape().references().stream()
                    .filter(reference -> reference.target().equals(entity))
                    .forEach(reference -> entities.add(variable.reference(reference)));
        }
        return entities;
    }

    private static Object objectOf(Part part, Row row) {
        return Objects.requireNonNull(part.of(row));
    }
}
