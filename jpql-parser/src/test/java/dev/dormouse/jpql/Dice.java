package dev.dormouse.jpql;

import dev.dormouse.jpql.ast.Identifier;
import dev.dormouse.jpql.ast.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Random choices, bounded in depth. */
final class Dice {

    private static final String[] VARIABLES = {
        "e",
        "o",
        "this",
        "union",
        "Except",
        "intersect",
        "id",
        "VERSION",
        "cast",
        "date",
        "time",
        "datetime",
        "string",
        "ñ",
        "𝒜x",
        "_$1"
    };
    private static final String[] WORDS = {
        "order",
        "Group",
        "value",
        "KEY",
        "count",
        "left",
        "type",
        "size",
        "local",
        "nulls",
        "desc",
        "set",
        "escape",
        "member",
        "both",
        "leading",
        "object",
        "entry",
        "function",
        "treat",
        "empty",
        "class",
        "unknown",
        "trim",
        "index",
        "update",
        "by",
        "outer"
    };
    private static final String[] STRUCTURE = {
        "select",
        "FROM",
        "where",
        "and",
        "or",
        "not",
        "in",
        "is",
        "null",
        "true",
        "case",
        "when",
        "end",
        "exists",
        "join",
        "on",
        "all",
        "new",
        "of",
        "as",
        "between",
        "like",
        "distinct",
        "current_date",
        "having",
        "inner"
    };

    private final Random random;
    private int depth;

    Dice(Random random, int depth) {
        this.random = random;
        this.depth = depth;
    }

    Random random() {
        return random;
    }

    boolean isDeep() {
        return depth <= 0;
    }

    <T> T deeper(Supplier<T> part) {
        depth--;
        try {
            return part.get();
        } finally {
            depth++;
        }
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean flip() {
        return random.nextBoolean();
    }

    @SafeVarargs
    final <T> T of(T... values) {
        return values[random.nextInt(values.length)];
    }

    <T> @Nullable T maybe(Supplier<T> part) {
        return flip() ? null : part.get();
    }

    /** Returns up to two elements more than the least number. */
    <T> List<T> list(int least, Supplier<? extends T> element) {
        List<T> list = new ArrayList<>();
        int size = least + random.nextInt(3);
        while (list.size() < size) {
            list.add(element.get());
        }
        return list;
    }

    Identifier variable() {
        return new Identifier(of(VARIABLES), Position.NONE);
    }

    /** Returns what may begin a path: a variable, or an attribute of the implicit one. */
    Identifier root() {
        return new Identifier(flip() ? of(VARIABLES) : of(WORDS), Position.NONE);
    }

    /** Returns the name of an entity or an attribute. */
    Identifier name() {
        return below(4) == 0 ? new Identifier(of(STRUCTURE), Position.NONE) : root();
    }
}
