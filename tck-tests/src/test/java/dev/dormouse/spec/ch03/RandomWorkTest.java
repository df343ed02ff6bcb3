package dev.dormouse.spec.ch03;

import dev.dormouse.spec.SpecUnit;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chapter 3 as a whole: whatever is done in whatever order, entities and tables hold what they are to hold. */
final class RandomWorkTest {

    @RegisterExtension
    final SpecUnit unit =
            SpecUnit.of(Depot.Crate.class, Depot.Part.class, Depot.Label.class, Depot.Lock.class, Depot.Spot.class);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void entitiesHoldWhatWasDoneToThem(long seed) {
        new RandomWork(unit.factory(), seed).run(120);
    }
}
