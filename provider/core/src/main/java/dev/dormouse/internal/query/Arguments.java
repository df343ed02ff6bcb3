package dev.dormouse.internal.query;

import dev.dormouse.failure.QueryMessages;
import dev.dormouse.internal.query.build.ParameterName;
import dev.dormouse.internal.query.build.ParameterUse;
import dev.dormouse.internal.query.build.QueryParameter;
import dev.dormouse.internal.query.build.QueryParameters;
import dev.dormouse.store.type.BasicType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that a program has set for the parameters of one query. Belongs to one thread. */
public final class Arguments {

    private static final Object UNSET = new Object();

    /** By the place of the parameter in the text, which is the same however the text was compiled; {@code UNSET} for none. */
    private final @Nullable Object[] values;

    /** Makes those of a query with these parameters, none set. */
    public Arguments(QueryParameters parameters) {
        values = new Object[parameters.list().size()];
        Arrays.fill(values, UNSET);
    }

    /**
     * Sets a value.
     *
     * @throws IllegalArgumentException if the query has no such parameter, or it does not take the value
     */
    public void set(QueryParameters parameters, ParameterName name, @Nullable Object value) {
        int place = place(parameters, name);
        QueryParameter parameter = parameters.list().get(place);
        boolean mayAdapt = parameter.adapts() && value instanceof Number;
        if (!mayAdapt) {
            for (ParameterUse use : parameter.uses()) {
                use.binder().bind(value);
            }
        }
        values[place] = value;
    }

    /** Finds a parameter. */
    public static QueryParameter find(QueryParameters parameters, ParameterName name) {
        return parameters.list().get(place(parameters, name));
    }

    private static int place(QueryParameters parameters, ParameterName name) {
        int place = parameters.place(name);
        if (place < 0) {
            List<QueryParameter> known = parameters.list();
            throw QueryMessages.wrong(
                    QueryMessages.UNKNOWN_PARAMETER,
                    name,
                    known.isEmpty()
                            ? "none"
                            : String.join(
                                    ", ",
                                    known.stream().map(p -> p.name().toString()).toList()));
        }
        return place;
    }

    /** Returns whether a parameter has a value, which may be null. */
    public boolean isSet(QueryParameters parameters, ParameterName name) {
        int place = parameters.place(name);
        return place >= 0 && values[place] != UNSET;
    }

    /** Returns the value of a parameter that has one. */
    public @Nullable Object get(QueryParameters parameters, ParameterName name) {
        return values[place(parameters, name)];
    }

    /** Returns the types of arithmetic parameters whose values are of another numeric type than the compilation guessed. */
    public Map<ParameterName, BasicType> adapted(QueryParameters parameters) {
        Map<ParameterName, BasicType> adapted = Map.of();
        List<QueryParameter> list = parameters.list();
        for (int place = 0; place < list.size(); place++) {
            QueryParameter parameter = list.get(place);
            if (parameter.adapts() && values[place] instanceof Number number && !isTaken(parameter, number)) {
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
        List<QueryParameter> list = parameters.list();
        for (int place = 0; place < list.size(); place++) {
            QueryParameter parameter = list.get(place);
            Object value = values[place];
            if (value == UNSET) {
                throw new IllegalStateException(QueryMessages.UNBOUND_PARAMETER.text(parameter.name()));
            }
            for (ParameterUse use : parameter.uses()) {
                frame[use.index()] = use.binder().bind(value);
            }
        }
        return frame;
    }
}
