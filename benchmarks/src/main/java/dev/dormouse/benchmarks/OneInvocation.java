package dev.dormouse.benchmarks;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;

/** Does an operation a few times outside of JMH, to see what it asks of a database. */
final class OneInvocation implements AutoCloseable {

    private final Operations.Changed on = new Operations.Changed();
    private final Operations.Chance chance = new Operations.Chance();
    private final Method method;

    OneInvocation(Operation operation, Database database, int rows, Path folder) {
        method = Arrays.stream(Operations.class.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(operation.method()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not one method: " + operation.method()));
        on.database = database.name();
        on.rows = rows;
        on.folder = folder.toString();
        on.open();
    }

    /** Whether an operation is one method, which it is not where readers and writers meet. */
    static boolean canDo(Operation operation) {
        return Arrays.stream(Operations.class.getDeclaredMethods())
                .anyMatch(candidate -> candidate.getName().equals(operation.method()));
    }

    /** Does it between what JMH does before and after, which {@code atStart} and {@code atEnd} frame. */
    void run(Runnable atStart, Runnable atEnd) {
        Operations.NewRows fresh = new Operations.NewRows();
        Operations.OldRows old = new Operations.OldRows();
        boolean usesFresh = uses(Operations.NewRows.class);
        if (usesFresh) {
            fresh.take(on);
        }
        if (uses(Operations.OldRows.class)) {
            old.write(on);
        }
        atStart.run();
        try {
            method.invoke(
                    new Operations(),
                    Arrays.stream(method.getParameterTypes())
                            .map(type -> type == Operations.Chance.class
                                    ? chance
                                    : type == Operations.NewRows.class
                                            ? fresh
                                            : type == Operations.OldRows.class ? old : on)
                            .toArray());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(method.getName() + " failed", e.getCause());
        }
        atEnd.run();
        if (usesFresh) {
            fresh.remove(on);
        }
    }

    private boolean uses(Class<?> state) {
        return Arrays.asList(method.getParameterTypes()).contains(state);
    }

    /** Returns where the files of the database are. */
    Path folder() {
        return on.filled.folder();
    }

    @Override
    public void close() {
        on.close();
    }
}
