package dev.dormouse.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanPrinter;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;

class ExecutionPropertyTest {

    @Property(tries = 700, shrinking = ShrinkingMode.OFF)
    void aPlanMeansWhatTheNaiveEvaluatorSays(@ForAll long seed) {
        RandomPlans world = new RandomPlans(seed);
        Plan plan = world.query();
        List<List<@Nullable Object>> expected = new NaiveEvaluator(world.store(), plan).run(plan);
        assertThat(PlanRunner.run(world.store(), plan).rows())
                .as(PlanPrinter.print(plan))
                .isEqualTo(expected);
        assertThat(PlanRunner.rewound(world.store(), plan))
                .as(PlanPrinter.print(plan))
                .isEqualTo(expected);
    }
}
