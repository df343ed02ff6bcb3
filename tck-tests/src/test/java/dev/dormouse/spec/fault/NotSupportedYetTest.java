package dev.dormouse.spec.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.Cacheable;
import jakarta.persistence.ConstructorResult;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.NamedEntityGraph;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.NamedStoredProcedureQuery;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SqlResultSetMapping;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What this version has not built: it either works or is refused by name, it is never ignored. */
final class NotSupportedYetTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(Simple.class);

    static Stream<Arguments> mappings() {
        return Stream.of(
                Arguments.of("Inheritance", new Class<?>[] {Joined.class, JoinedBelow.class}),
                Arguments.of("Inheritance", new Class<?>[] {PerClass.class, PerClassBelow.class}),
                Arguments.of("SecondaryTable", new Class<?>[] {Second.class}),
                Arguments.of("NamedEntityGraph", new Class<?>[] {Graphed.class}),
                Arguments.of("NamedNativeQuery", new Class<?>[] {Native.class}),
                Arguments.of("NamedStoredProcedureQuery", new Class<?>[] {Procedure.class}),
                Arguments.of("SqlResultSetMapping", new Class<?>[] {Mapped.class}));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("mappings")
    void aMappingThatIsNotBuiltIsRefused(String annotation, Class<?>[] classes) throws Exception {
        SpecUnit other = SpecUnit.of(classes);
        Throwable failure = catchThrowable(other::factory);
        other.afterEach((ExtensionContext) null);

        assertThat(failure).hasStackTraceContaining("ot supported yet").hasStackTraceContaining(annotation);
    }

    @TestFactory
    Stream<DynamicTest> aMethodThatIsNotBuiltIsRefused() {
        EntityManagerFactory factory = unit.factory();
        EntityManager manager = unit.manager();
        return Stream.of(
                refused("getCriteriaBuilder", manager::getCriteriaBuilder),
                refused("getCriteriaBuilder", factory::getCriteriaBuilder),
                refused("getMetamodel", manager::getMetamodel),
                refused("getMetamodel", factory::getMetamodel),
                refused("createNativeQuery", () -> manager.createNativeQuery("SELECT 1")),
                refused("createStoredProcedureQuery", () -> manager.createStoredProcedureQuery("p")),
                refused("createEntityGraph", () -> manager.createEntityGraph(Simple.class)));
    }

    private static DynamicTest refused(String method, Executable call) {
        return DynamicTest.dynamicTest(method, () -> assertThatThrownBy(call::execute)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining(method)
                .hasMessageContaining("ot supported yet"));
    }

    @Entity
    @Cacheable(false)
    public static class Simple {
        @Id
        int id;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    public static class Joined {
        @Id
        int id;
    }

    @Entity
    public static class JoinedBelow extends Joined {
        String text;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    public static class PerClass {
        @Id
        int id;
    }

    @Entity
    public static class PerClassBelow extends PerClass {
        String text;
    }

    @Entity
    @SecondaryTable(name = "second")
    public static class Second {
        @Id
        int id;
    }

    @Entity
    @NamedEntityGraph(name = "graph")
    public static class Graphed {
        @Id
        int id;
    }

    @Entity
    @NamedNativeQuery(name = "native", query = "SELECT 1")
    public static class Native {
        @Id
        int id;
    }

    @Entity
    @NamedStoredProcedureQuery(name = "procedure", procedureName = "p")
    public static class Procedure {
        @Id
        int id;
    }

    @Entity
    @SqlResultSetMapping(
            name = "mapping",
            classes =
                    @ConstructorResult(
                            targetClass = String.class,
                            columns = {}))
    public static class Mapped {
        @Id
        int id;
    }
}
