package dev.dormouse.internal.query.build;

import dev.dormouse.store.plan.Expression;
import org.jspecify.annotations.Nullable;

/**
 * An identification variable.
 *
 * @param name its name as declared
 * @param value what it stands for in a row
 * @param position the position in the list that it was joined over, null for none
 * @param key the key in the map that it was joined over, null for none
 */
public record Variable(String name, Operand value, @Nullable Expression position, @Nullable Operand key) {

    static Variable of(String name, Operand value) {
        return new Variable(name, value, null, null);
    }
}
