package dev.dormouse.internal.query;

import dev.dormouse.failure.QueryMessages;
import dev.dormouse.internal.query.build.ParameterName;
import dev.dormouse.internal.query.build.ParameterUse;
import dev.dormouse.internal.query.build.QueryParameter;
import dev.dormouse.internal.query.build.QueryParameters;
import dev.dormouse.store.type.BasicType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that a program has set for the parameters of one query. Belongs to one thread. */
public final class Arguments {

    private final Map<ParameterName, @Nullable Object> values = new LinkedHashMap<>();

    /**
     * Sets a value.
     *
     * @throws IllegalArgumentException if the query has no such parameter, or it does not take the value
     */
    public void set(QueryParameters parameters, ParameterName name, @Nullable Object value) {
        QueryParameter parameter = find(parameters, name);
        boolean mayAdapt = parameter.adapts() && value instanceof Number;
        if (!mayAdapt) {
            for (ParameterUse use : parameter.uses()) {
                use.binder().bind(value);
            }
        }
        values.put(name, value);
    }

    /** Finds a parameter. */
    public static QueryParameter find(QueryParameters parameters, ParameterName name) {
        return parameters
                .find(name)
                .orElseThrow(() -> QueryMessages.wrong(
                        QueryMessages.UNKNOWN_PARAMETER,
                        name,
                        parameters.list().isEmpty()
                                ? "none"
                                : String.join(
                                        ", ",
                                        parameters.list().stream()
                                                .map(p -> p.name().toString())
                                                .toList())));
    }

    /** Returns whether a parameter has a value, which may be null. */
    public boolean isSet(ParameterName name) {
        return values.containsKey(name);
    }

    /** Returns the value of a parameter. */
    public @Nullable Object get(ParameterName name) {
        return values.get(name);
    }

    /** Returns the types of arithmetic parameters whose values are of another numeric type than the compilation guessed. */
    public Map<ParameterName, BasicType> adapted(QueryParameters parameters) {
        Map<ParameterName, BasicType> adapted = Map.of();
        for (QueryParameter parameter : parameters.list()) {
            if (parameter.adapts()
                    && values.get(parameter.name()) instanceof Number number
                    && !isTaken(parameter, number)) {
                adapted = new HashMap<>(adapted);
                adapted.put(parameter.name(), typeOf(number));
            }
        }
        return adapted;
    }

    private static boolean isTaken(QueryParameter parameter, Number number) {
        try {
            for (ParameterUse use : parameter.uses()) {
                use.binder().bind(number);
            }
            return true;
        } catch (IllegalArgumentException doesNotFit) {
            return false;
        }
    }

    private static BasicType typeOf(Number number) {
        return number instanceof Byte || number instanceof Short ? BasicType.INTEGER : BasicType.of(number);
    }

    /**
     * Returns the values as the frame of an execution takes them.
     *
     * @throws IllegalStateException if a parameter has no value
     */
    public @Nullable Object[] frame(QueryParameters parameters) {
        @Nullable Object[] frame = new Object[parameters.count()];
        for (QueryParameter parameter : parameters.list()) {
            if (!values.containsKey(parameter.name())) {
                throw new IllegalStateException(QueryMessages.UNBOUND_PARAMETER.text(parameter.name()));
            }
            Object value = values.get(parameter.name());
            for (ParameterUse use : parameter.uses()) {
                frame[use.index()] = use.binder().bind(value);
            }
        }
        return frame;
    }
}
