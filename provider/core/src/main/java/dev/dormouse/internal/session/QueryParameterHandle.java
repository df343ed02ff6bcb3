package dev.dormouse.internal.session;

import dev.dormouse.internal.query.build.ParameterName;
import dev.dormouse.internal.query.build.QueryParameter;
import jakarta.persistence.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * A parameter as the application sees it.
 *
 * @param name what it is called
 * @param type the class of its values
 */
record QueryParameterHandle<T>(ParameterName name, Class<T> type) implements Parameter<T> {

    static QueryParameterHandle<?> of(QueryParameter parameter) {
        return new QueryParameterHandle<>(parameter.name(), parameter.javaType());
    }

    @Override
    public @Nullable String getName() {
        return name.name();
    }

    @Override
    public @Nullable Integer getPosition() {
        return name.isNamed() ? null : name.position();
    }

    @Override
    public Class<T> getParameterType() {
        return type;
    }
}
