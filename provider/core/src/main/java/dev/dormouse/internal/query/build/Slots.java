package dev.dormouse.internal.query.build;

import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.type.StoreType;
import java.util.HashSet;
import java.util.Set;

/** Gives out the slots of one plan, each with a number and a name of its own. */
final class Slots {

    private final Set<String> names = new HashSet<>();
    private int next;

    /** Makes a slot; a name that is taken gets a number behind it. */
    Slot add(String wanted, StoreType type) {
        String name = wanted;
        for (int number = 2; !names.add(name); number++) {
            name = wanted + "#" + number;
        }
        return new Slot(next++, name, type);
    }

    int count() {
        return next;
    }
}
