package dev.dormouse.internal.execute;

import dev.dormouse.store.RowCursor;
import dev.dormouse.store.Store;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.TransactionOptions;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.record.RecordView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs plans as a session would, and decodes their rows. */
public final class PlanRunner {

    private PlanRunner() {}

    /** Rows, and the plan with its counters. */
    public record Result(List<List<@Nullable Object>> rows, String explain) {}

    public static Result run(Store store, Plan plan, @Nullable Object... parameters) {
        ExecutablePlan executable = new PlanCompiler(store, 0).compile(plan);
        try (StoreTransaction transaction = store.begin(TransactionOptions.DEFAULT);
                Execution execution = executable.open(transaction, parameters, Instant.EPOCH)) {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            while (execution.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int i = 0; i < plan.output().size(); i++) {
                    Object value = execution.value(i);
                    row.add(value instanceof RecordView view ? view.copy() : value);
                }
                rows.add(row);
            }
            return new Result(rows, execution.explain());
        }
    }

    /** Returns the rows of a plan read twice, the second time by a rewind. */
    public static List<List<@Nullable Object>> rewound(Store store, Plan plan) {
        ExecutablePlan executable = new PlanCompiler(store, 0).compile(plan);
        try (StoreTransaction transaction = store.begin(TransactionOptions.DEFAULT);
                Execution execution = executable.open(transaction, new Object[0], Instant.EPOCH);
                RowCursor cursor = executable.root().open(execution.run())) {
            int half = 0;
            while (half < 2 && cursor.next()) {
                half++;
            }
            cursor.rewind();
            List<List<@Nullable Object>> rows = new ArrayList<>();
            while (cursor.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int i = 0; i < plan.output().size(); i++) {
                    Object value = execution.value(i);
                    row.add(value instanceof RecordView view ? view.copy() : value);
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
