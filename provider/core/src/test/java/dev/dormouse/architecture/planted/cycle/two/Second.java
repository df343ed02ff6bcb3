package dev.dormouse.architecture.planted.cycle.two;

import dev.dormouse.architecture.planted.cycle.one.First;
import org.jspecify.annotations.Nullable;

/** The other half of a cycle. */
public class Second {
    @Nullable
    First first;
}
