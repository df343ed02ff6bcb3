package dev.dormouse.internal.query.build;

import java.util.List;
import java.util.Optional;

/**
 * The parameters of a compiled statement.
 *
 * @param list the parameters of its text, in the order in which they first stand there
 * @param count how many values the frame takes, bounds of a page included
 */
public record QueryParameters(List<QueryParameter> list, int count) {

    public QueryParameters {
        list = List.copyOf(list);
    }

    public Optional<QueryParameter> find(ParameterName name) {
        for (QueryParameter parameter : list) {
            if (parameter.name().equals(name)) {
                return Optional.of(parameter);
            }
        }
        return Optional.empty();
    }
}
