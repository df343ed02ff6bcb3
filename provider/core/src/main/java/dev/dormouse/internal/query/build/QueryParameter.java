package dev.dormouse.internal.query.build;

import java.util.List;

/**
 * A parameter of a compiled query.
 *
 * @param name what it is called
 * @param javaType the class of the values that it takes; of the elements if several
 * @param isCollection whether it takes a collection of values (of IN)
 * @param adapts whether its type is only a guess from an arithmetic operand, so that a wider number compiles the query anew
 * @param uses where its value goes
 */
public record QueryParameter(
        ParameterName name, Class<?> javaType, boolean isCollection, boolean adapts, List<ParameterUse> uses) {

    public QueryParameter {
        uses = List.copyOf(uses);
    }
}
