package dev.dormouse.internal.query.build;

import dev.dormouse.failure.QueryMessages;
import dev.dormouse.store.plan.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One level of a query: its FROM clause, its variables, and the level around it. */
final class Level {

    private final @Nullable Level outer;
    private final QueryDomain domain;
    private final Typing typing;
    private final FromClause from;
    private final Navigation navigation;
    private final Map<String, Variable> variables = new LinkedHashMap<>();

    Level(QueryDomain domain, Typing typing, Slots slots) {
        this(null, domain, typing, slots);
    }

    private Level(@Nullable Level outer, QueryDomain domain, Typing typing, Slots slots) {
        this.outer = outer;
        this.domain = domain;
        this.typing = typing;
        this.from = new FromClause(slots);
        this.navigation = new Navigation(from);
    }

    /** Opens a level inside of this one. */
    Level inner() {
        return new Level(this, domain, typing, from.slots());
    }

    QueryDomain domain() {
        return domain;
    }

    Typing typing() {
        return typing;
    }

    ParameterTable parameters() {
        return typing.parameters();
    }

    FromClause from() {
        return from;
    }

    Navigation navigation() {
        return navigation;
    }

    /** Declares a variable; its name may hide one of the level around. */
    void declare(Variable variable) {
        if (variables.putIfAbsent(folded(variable.name()), variable) != null) {
            throw QueryMessages.wrong(QueryMessages.DUPLICATE_VARIABLE, variable.name());
        }
    }

    /** Returns the variable with a name, of this level or the nearest around it that has one; null for none. */
    @Nullable
    Variable find(String name) {
        Variable variable = variables.get(folded(name));
        return variable == null && outer != null ? outer.find(name) : variable;
    }

    /** Tells whether an outer join may leave a slot empty, here or in a level around. */
    boolean isOptional(Slot slot) {
        return from.isOptional(slot) || (outer != null && outer.isOptional(slot));
    }

    boolean declares(String name) {
        return variables.containsKey(folded(name));
    }

    /** Returns the names of all variables in sight. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        variables.values().forEach(v -> names.add(v.name()));
        if (outer != null) {
            names.addAll(outer.names());
        }
        return names;
    }

    static String folded(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
