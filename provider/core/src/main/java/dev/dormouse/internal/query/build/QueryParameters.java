package dev.dormouse.internal.query.build;

import java.util.List;

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

    /** Returns the place of a parameter in the list, -1 if there is none of this name. */
    public int place(ParameterName name) {
        for (int place = 0; place < list.size(); place++) {
            if (list.get(place).name().equals(name)) {
                return place;
            }
        }
        return -1;
    }
}
