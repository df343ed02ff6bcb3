package dev.dormouse.jpql.ast;

import java.util.List;

/**
 * The least sizes of lists, as the grammar demands them.
 */
final class Sizes {

    private Sizes() {}

    static void atLeast(int least, List<?> list, String component) {
        if (list.size() < least) {
            throw new IllegalArgumentException("too few elements in " + component + ": '" + list.size() + "'. At least "
                    + least + " are required.");
        }
    }
}
