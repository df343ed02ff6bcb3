package dev.dormouse.internal.enhance.weave;

import dev.dormouse.internal.enhance.weave.library.EnhancedBehaviour;
import dev.dormouse.internal.enhance.weave.library.EnhancedEmbeddables;
import dev.dormouse.internal.enhance.weave.library.EnhancedProperties;
import dev.dormouse.internal.enhance.weave.library.SameBehaviour;
import dev.dormouse.internal.enhance.weave.library.SameDesks;
import dev.dormouse.internal.enhance.weave.library.SameEmbeddables;
import dev.dormouse.internal.enhance.weave.library.SameProperties;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the same on plain and enhanced classes, and on hierarchies in which only some are enhanced. */
class BehaviourTest {

    private static final String LIBRARY = SameBehaviour.class.getPackageName();

    @TestFactory
    Stream<DynamicTest> plain() {
        return tests(SameBehaviour.class, name -> false);
    }

    @TestFactory
    Stream<DynamicTest> enhanced() {
        return tests(SameBehaviour.class, name -> true);
    }

    @TestFactory
    Stream<DynamicTest> onlyTheSuperclassIsEnhanced() {
        return tests(SameBehaviour.class, name -> name.endsWith(".Item"));
    }

    @TestFactory
    Stream<DynamicTest> onlyTheSuperclassIsPlain() {
        return tests(SameBehaviour.class, name -> !name.endsWith(".Item"));
    }

    @TestFactory
    Stream<DynamicTest> onlyEnhanced() {
        return Stream.concat(
                Stream.concat(
                        tests(EnhancedBehaviour.class, name -> true), tests(EnhancedProperties.class, name -> true)),
                tests(EnhancedEmbeddables.class, name -> true));
    }

    @TestFactory
    Stream<DynamicTest> embeddables() {
        return Stream.of(
                        tests(SameEmbeddables.class, name -> false),
                        tests(SameEmbeddables.class, name -> true),
                        tests(SameEmbeddables.class, only("SameEmbeddables", "Provenance")),
                        tests(SameEmbeddables.class, only("SameEmbeddables", "Appraisal")),
                        tests(SameEmbeddables.class, only("SameEmbeddables", "Exhibit", "Kept")),
                        tests(SameEmbeddables.class, name -> !name.endsWith(".Kept")),
                        tests(SameEmbeddables.class, name -> !name.endsWith(".Appraisal")))
                .flatMap(each -> each);
    }

    @TestFactory
    Stream<DynamicTest> properties() {
        return Stream.of(
                        tests(SameProperties.class, name -> false),
                        tests(SameProperties.class, name -> true),
                        tests(SameProperties.class, name -> name.endsWith(".Periodical")),
                        tests(SameProperties.class, name -> name.endsWith(".Weekly")),
                        tests(SameProperties.class, name -> !name.endsWith(".Weekly")))
                .flatMap(each -> each);
    }

    @TestFactory
    Stream<DynamicTest> records() {
        return Stream.of(
                        tests(SameDesks.class, name -> false),
                        tests(SameDesks.class, name -> true),
                        tests(SameDesks.class, only("SameDesks", "Desk")),
                        tests(SameDesks.class, name -> !name.endsWith(".Desk")),
                        tests(SameDesks.class, name -> !name.endsWith(".Colour")))
                .flatMap(each -> each);
    }

    /** What assigns a field of an enhanced class must be of the same build. */
    private static Predicate<String> only(String... names) {
        return name -> List.of(names).contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static Stream<DynamicTest> tests(Class<?> behaviour, Predicate<String> enhanced) {
        try {
            ClassLoader loader = new EnhancingLoader(LIBRARY, enhanced);
            Class<?> loaded = Class.forName(behaviour.getName(), true, loader);
            return Arrays.stream(loaded.getDeclaredMethods())
                    .filter(method -> Modifier.isPublic(method.getModifiers()))
                    .map(method -> DynamicTest.dynamicTest(method.getName(), () -> call(loader, method)));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static void call(ClassLoader loader, Method method) throws Throwable {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(loader);
        try {
            method.invoke(null);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
