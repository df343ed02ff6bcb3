package dev.dormouse.internal.query;

import dev.dormouse.internal.execute.ExecutablePlan;
import dev.dormouse.internal.query.build.BuiltQuery;
import dev.dormouse.internal.query.build.QueryParameters;
import dev.dormouse.internal.query.result.ResultShape;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** A query that returns results, with the shapes of the result types that were asked for. */
public final class CompiledQuery implements CompiledStatement {

    private final String text;
    private final BuiltQuery built;
    private final ExecutablePlan plan;
    private final ConcurrentMap<Class<?>, ResultShape> shapes = new ConcurrentHashMap<>();

    CompiledQuery(String text, BuiltQuery built, ExecutablePlan plan) {
        this.text = text;
        this.built = built;
        this.plan = plan;
    }

    @Override
    public String text() {
        return text;
    }

    /** Returns the query as it was built. */
    public BuiltQuery built() {
        return built;
    }

    /** Returns the plan. */
    public ExecutablePlan plan() {
        return plan;
    }

    @Override
    public String explain() {
        return plan.explain();
    }

    @Override
    public QueryParameters parameters() {
        return built.parameters();
    }

    @Override
    public double surprise() {
        return plan.expected().surprise();
    }

    @Override
    public long catalogVersion() {
        return plan.catalogVersion();
    }

    /**
     * Returns what rows become.
     *
     * @param resultType the type that the program asks for, null for whatever the query returns
     * @throws IllegalArgumentException if the query does not return it
     */
    public ResultShape shape(@Nullable Class<?> resultType) {
        Class<?> key = resultType == null ? Void.class : resultType;
        ResultShape known = shapes.get(key);
        return known != null ? known : shapes.computeIfAbsent(key, type -> ResultShape.of(built, resultType));
    }

    /** Returns the class of the results where the program asks for none. */
    public Class<?> resultType() {
        List<Class<?>> types = new ArrayList<>();
        built.selections().forEach(selection -> types.add(selection.javaType()));
        return types.size() == 1 ? types.get(0) : Object[].class;
    }
}
