package dev.dormouse.internal.query;

import dev.dormouse.failure.QueryMessages;
import dev.dormouse.internal.execute.ExecutablePlan;
import dev.dormouse.internal.query.build.BuiltModification;
import dev.dormouse.internal.query.build.BuiltQuery;
import dev.dormouse.internal.query.build.BuiltStatement;
import dev.dormouse.internal.query.build.ParameterName;
import dev.dormouse.internal.query.build.PlanBuilder;
import dev.dormouse.internal.query.build.QueryDomain;
import dev.dormouse.internal.query.jpql.JpqlTranslation;
import dev.dormouse.jpql.JpqlParser;
import dev.dormouse.jpql.ast.JpqlSyntaxException;
import dev.dormouse.jpql.ast.Position;
import dev.dormouse.jpql.ast.Statement;
import dev.dormouse.store.type.BasicType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles texts, each once for a version of the catalog; the least recently used ones are forgotten. Thread-safe. */
public final class StatementCompiler {

    static final int MOST_KEPT = 2_000;

    private final QueryDomain domain;
    private final PlanPreparation preparation;
    private final Map<Key, CompiledStatement> kept = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, CompiledStatement> eldest) {
            return size() > MOST_KEPT;
        }
    };

    public StatementCompiler(QueryDomain domain, PlanPreparation preparation) {
        this.domain = domain;
        this.preparation = preparation;
    }

    /**
     * What tells one compilation from another.
     *
     * @param text the text
     * @param isPaged whether a page of the result is asked for
     * @param adapted the types of arithmetic parameters whose values are wider than the text alone tells
     */
    public record Key(String text, boolean isPaged, Map<ParameterName, BasicType> adapted) {
        public Key {
            adapted = Map.copyOf(adapted);
        }

        /** Returns the key of a text as it stands. */
        public static Key of(String text) {
            return new Key(text, false, Map.of());
        }
    }

    /** Finds a class by the name that a query has for it, or null. */
    public @Nullable Class<?> findClass(String name) {
        return domain.findClass(name);
    }

    /** Returns what was compiled, or compiles it. */
    public CompiledStatement compile(Key key) {
        CompiledStatement known = kept(key);
        double surprise = known == null ? 0 : known.surprise();
        if (known != null && isGood(known)) {
            return known;
        }
        CompiledStatement compiled = compileAnew(key, surprise);
        synchronized (kept) {
            kept.put(key, compiled);
        }
        return compiled;
    }

    /** Tells whether what this compiler compiled needs not be compiled anew. */
    public boolean isGood(CompiledStatement compiled) {
        return compiled.surprise() == 0 && compiled.catalogVersion() == preparation.catalogVersion();
    }

    private @Nullable CompiledStatement kept(Key key) {
        synchronized (kept) {
            return kept.get(key);
        }
    }

    private CompiledStatement compileAnew(Key key, double surprise) {
        BuiltStatement built = build(key);
        if (built instanceof BuiltQuery query) {
            return new CompiledQuery(key.text(), query, preparation.prepare(query.plan(), surprise));
        }
        BuiltModification modification = (BuiltModification) built;
        List<ExecutablePlan> before = new ArrayList<>();
        modification.before().forEach(plan -> before.add(preparation.prepare(plan, surprise)));
        ExecutablePlan plan = preparation.prepare(modification.statement(), surprise);
        return new CompiledModification(key.text(), before, plan, modification.parameters());
    }

    /**
     * Builds the plan of a text and no more.
     *
     * @throws IllegalArgumentException if the text is malformed, a name or type is wrong, or a construct is not supported yet
     */
    public BuiltStatement build(Key key) {
        Statement statement;
        try {
            statement = JpqlParser.parse(key.text());
        } catch (JpqlSyntaxException malformed) {
            throw new IllegalArgumentException(
                    QueryMessages.MALFORMED.text(key.text(), malformed.getMessage()), malformed);
        }
        JpqlTranslation translation = new JpqlTranslation(new PlanBuilder(domain, key.adapted()));
        try {
            return translation.translate(statement, key.isPaged());
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(located(wrong, translation.failure(), key.text()), wrong);
        }
    }

    private static String located(IllegalArgumentException wrong, @Nullable Position position, String text) {
        String place = position == null ? "" : " At " + position + " of";
        return wrong.getMessage() + (place.isEmpty() ? " In" : place) + " the query: " + text;
    }
}
