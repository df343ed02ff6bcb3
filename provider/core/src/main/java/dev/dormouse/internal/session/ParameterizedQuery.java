package dev.dormouse.internal.session;

import dev.dormouse.failure.QueryMessages;
import dev.dormouse.internal.query.Arguments;
import dev.dormouse.internal.query.build.ParameterName;
import dev.dormouse.internal.query.build.QueryParameter;
import dev.dormouse.internal.query.build.QueryParameters;
import jakarta.persistence.Parameter;
import jakarta.persistence.TemporalType;
import jakarta.persistence.TypedQuery;
import java.util.Calendar;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parameters of a query (specification, section 3.11.14). */
@SuppressWarnings("deprecation")
abstract class ParameterizedQuery<X> implements TypedQuery<X> {

    private final EntitySession session;
    private final QueryParameters parameters;
    private final Arguments arguments;

    ParameterizedQuery(EntitySession session, QueryParameters parameters) {
        this.session = session;
        this.parameters = parameters;
        this.arguments = new Arguments(parameters);
    }

    EntitySession session() {
        return session;
    }

    Arguments arguments() {
        return arguments;
    }

    private TypedQuery<X> set(ParameterName name, @Nullable Object value) {
        session.run("setParameter", () -> arguments.set(parameters, name, value));
        return this;
    }

    private TypedQuery<X> set(ParameterName name, Function<Class<?>, Object> value) {
        session.run("setParameter", () -> {
            QueryParameter parameter = Arguments.find(parameters, name);
            arguments.set(parameters, name, value.apply(parameter.javaType()));
        });
        return this;
    }

    private static ParameterName name(Parameter<?> parameter) {
        Integer position = parameter.getPosition();
        if (parameter.getName() != null) {
            return ParameterName.named(parameter.getName());
        }
        return ParameterName.positional(position == null ? 0 : position);
    }

    @Override
    public <T> TypedQuery<X> setParameter(Parameter<T> param, @Nullable T value) {
        return set(name(param), (Object) value);
    }

    @Override
    public TypedQuery<X> setParameter(Parameter<Calendar> param, Calendar value, TemporalType temporalType) {
        return set(name(param), type -> TemporalArguments.convert(value, temporalType, type));
    }

    @Override
    public TypedQuery<X> setParameter(Parameter<Date> param, Date value, TemporalType temporalType) {
        return set(name(param), type -> TemporalArguments.convert(value, temporalType, type));
    }

    @Override
    public TypedQuery<X> setParameter(String name, @Nullable Object value) {
        return set(ParameterName.named(name), value);
    }

    @Override
    public TypedQuery<X> setParameter(String name, Calendar value, TemporalType temporalType) {
        return set(ParameterName.named(name), type -> TemporalArguments.convert(value, temporalType, type));
    }

    @Override
    public TypedQuery<X> setParameter(String name, Date value, TemporalType temporalType) {
        return set(ParameterName.named(name), type -> TemporalArguments.convert(value, temporalType, type));
    }

    @Override
    public TypedQuery<X> setParameter(int position, @Nullable Object value) {
        return set(ParameterName.positional(position), value);
    }

    @Override
    public TypedQuery<X> setParameter(int position, Calendar value, TemporalType temporalType) {
        return set(ParameterName.positional(position), type -> TemporalArguments.convert(value, temporalType, type));
    }

    @Override
    public TypedQuery<X> setParameter(int position, Date value, TemporalType temporalType) {
        return set(ParameterName.positional(position), type -> TemporalArguments.convert(value, temporalType, type));
    }

    @Override
    public Set<Parameter<?>> getParameters() {
        return session.call("getParameters", () -> {
            Set<Parameter<?>> handles = new LinkedHashSet<>();
            parameters.list().forEach(parameter -> handles.add(QueryParameterHandle.of(parameter)));
            return handles;
        });
    }

    private Parameter<?> handle(ParameterName name) {
        return session.call("getParameter", () -> QueryParameterHandle.of(Arguments.find(parameters, name)));
    }

    @SuppressWarnings("unchecked")
    private <T> Parameter<T> handle(ParameterName name, Class<T> type) {
        Parameter<?> handle = handle(name);
        if (!type.isAssignableFrom(handle.getParameterType())) {
            throw QueryMessages.wrong(
                    QueryMessages.WRONG_PARAMETER_VALUE,
                    type.getName(),
                    name,
                    handle.getParameterType().getName());
        }
        return (Parameter<T>) handle;
    }

    @Override
    public Parameter<?> getParameter(String name) {
        return handle(ParameterName.named(name));
    }

    @Override
    public <T> Parameter<T> getParameter(String name, Class<T> type) {
        return handle(ParameterName.named(name), type);
    }

    @Override
    public Parameter<?> getParameter(int position) {
        return handle(ParameterName.positional(position));
    }

    @Override
    public <T> Parameter<T> getParameter(int position, Class<T> type) {
        return handle(ParameterName.positional(position), type);
    }

    @Override
    public boolean isBound(Parameter<?> param) {
        return session.call("isBound", () -> arguments.isSet(parameters, name(param)));
    }

    private @Nullable Object value(ParameterName name) {
        return session.call("getParameterValue", () -> {
            Arguments.find(parameters, name);
            if (!arguments.isSet(parameters, name)) {
                throw new IllegalStateException(QueryMessages.UNBOUND_PARAMETER.text(name));
            }
            return arguments.get(parameters, name);
        });
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T getParameterValue(Parameter<T> param) {
        return (T) value(name(param));
    }

    @Override
    public @Nullable Object getParameterValue(String name) {
        return value(ParameterName.named(name));
    }

    @Override
    public @Nullable Object getParameterValue(int position) {
        return value(ParameterName.positional(position));
    }
}
