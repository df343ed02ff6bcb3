package dev.dormouse.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Group;

/** The rows of the tables are the methods that are timed. */
class OperationTest {

    @Test
    void everyTimedMethodIsARowAndEveryRowATimedMethod() {
        Set<String> timed = Arrays.stream(Operations.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .map(OperationTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> rows = new TreeSet<>();
        Operation.all().forEach(operation -> rows.add(operation.method()));
        assertThat(rows).isEqualTo(timed);
    }

    @Test
    void whatWritesIsGivenACopy() {
        for (Method method : Operations.class.getDeclaredMethods()) {
            Operation.all().stream()
                    .filter(operation -> operation.method().equals(method.getName()))
                    .forEach(operation -> assertThat(Arrays.asList(method.getParameterTypes()))
                            .as(operation.title())
                            .contains(operation.writes() ? Operations.Changed.class : Operations.Filled.class));
        }
    }

    private static String name(Method method) {
        Group group = method.getAnnotation(Group.class);
        return group == null ? method.getName() : group.value();
    }
}
