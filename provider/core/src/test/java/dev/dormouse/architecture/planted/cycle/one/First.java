package dev.dormouse.architecture.planted.cycle.one;

import dev.dormouse.architecture.planted.cycle.two.Second;

/** One half of a cycle. */
public class First {
    Second second = new Second();
}
