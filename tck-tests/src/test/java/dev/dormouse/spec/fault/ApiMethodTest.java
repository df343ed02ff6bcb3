package dev.dormouse.spec.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.Cache;
import jakarta.persistence.ConnectionConsumer;
import jakarta.persistence.ConnectionFunction;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceUnitUtil;
import jakarta.persistence.Query;
import jakarta.persistence.SchemaManager;
import jakarta.persistence.TypedQuery;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every method of the API's interfaces is called: those that are not built refuse by name, all others do not. */
final class ApiMethodTest {

    /** The methods that are refused, by interface and parameter types. */
    private static final Set<String> REFUSED = Set.of(
            "EntityManager.find(EntityGraph, Object, FindOption[])",
            "EntityManager.createQuery(CriteriaQuery)",
            "EntityManager.createQuery(CriteriaSelect)",
            "EntityManager.createQuery(CriteriaUpdate)",
            "EntityManager.createQuery(CriteriaDelete)",
            "EntityManager.createNativeQuery(String)",
            "EntityManager.createNativeQuery(String, Class)",
            "EntityManager.createNativeQuery(String, String)",
            "EntityManager.createNamedStoredProcedureQuery(String)",
            "EntityManager.createStoredProcedureQuery(String)",
            "EntityManager.createStoredProcedureQuery(String, Class[])",
            "EntityManager.createStoredProcedureQuery(String, String[])",
            "EntityManager.getCriteriaBuilder()",
            "EntityManager.getMetamodel()",
            "EntityManager.createEntityGraph(Class)",
            "EntityManager.runWithConnection(ConnectionConsumer)",
            "EntityManager.callWithConnection(ConnectionFunction)",
            "EntityManagerFactory.getCriteriaBuilder()",
            "EntityManagerFactory.getMetamodel()",
            "EntityManagerFactory.addNamedEntityGraph(String, EntityGraph)");

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(Thing.class);

    private final Map<Class<?>, Object> samples = new HashMap<>();

    private static Stream<Class<?>> interfaces() {
        return Stream.of(
                EntityManager.class,
                EntityManagerFactory.class,
                EntityTransaction.class,
                PersistenceUnitUtil.class,
                SchemaManager.class,
                Query.class,
                TypedQuery.class);
    }

    @TestFactory
    Stream<DynamicTest> everyMethodIsBuiltOrRefusedByName() {
        return interfaces().flatMap(type -> Stream.of(type.getMethods())
                .filter(method -> !method.isBridge() && !Modifier.isStatic(method.getModifiers()))
                .map(method -> DynamicTest.dynamicTest(
                        name(type, method), () -> check(type, method, REFUSED.contains(name(type, method))))));
    }

    @Test
    void everyRefusedMethodIsOneOfTheApi() {
        Set<String> names = interfaces()
                .flatMap(type -> Stream.of(type.getMethods()).map(method -> name(type, method)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(names).containsAll(REFUSED);
        assertThat(unit.factory().getCache()).as("there is no cache to call").isNull();
        assertThat(Cache.class.isInterface()).isTrue();
    }

    private static String name(Class<?> type, Method method) {
        return type.getSimpleName() + "." + method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private void check(Class<?> type, Method method, boolean isRefused) throws IllegalAccessException {
        EntityManagerFactory factory = unit.create(unit.freshUrl(), Map.of());
        factory.runInTransaction(manager -> manager.persist(new Thing(1)));
        EntityManager manager = factory.createEntityManager();
        samples.put(Object.class, method.getName().equals("persist") ? new Thing(2) : 1);
        Throwable failure = null;
        try {
            method.invoke(subject(type, factory, manager), arguments(method));
        } catch (InvocationTargetException thrown) {
            failure = thrown.getCause();
        }
        if (factory.isOpen()) {
            factory.close();
        }
        if (isRefused) {
            assertThat(failure)
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining(method.getName())
                    .message()
                    .containsAnyOf("Not supported yet: ", "No connection: ");
        } else if (failure != null) {
            assertThat(failure).isNotInstanceOfAny(UnsupportedOperationException.class, Error.class);
        }
    }

    private static Object subject(Class<?> type, EntityManagerFactory factory, EntityManager manager) {
        if (type == EntityManagerFactory.class) {
            return factory;
        }
        if (type == EntityManager.class) {
            return manager;
        }
        if (type == EntityTransaction.class) {
            return manager.getTransaction();
        }
        if (type == PersistenceUnitUtil.class) {
            return factory.getPersistenceUnitUtil();
        }
        return type == SchemaManager.class
                ? factory.getSchemaManager()
                : manager.createQuery("SELECT t FROM Thing t WHERE t.id = :id", Thing.class);
    }

    private Object[] arguments(Method method) {
        return Stream.of(method.getParameterTypes()).map(this::argument).toArray();
    }

    /** Makes some value of a type; that it fits the method is not needed. */
    @SuppressWarnings("JavaUtilDate") // parameters of the specification
    private Object argument(Class<?> type) {
        if (samples.containsKey(type)) {
            return samples.get(type);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isArray()) {
            return Array.newInstance(type.getComponentType(), 0);
        }
        if (type == Class.class) {
            return Thing.class;
        }
        if (type == String.class) {
            return "SELECT t FROM Thing t";
        }
        if (type == Map.class) {
            return Map.of();
        }
        if (type == int.class || type == Integer.class) {
            return 1;
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == Date.class) {
            return new Date(0);
        }
        if (type == Calendar.class) {
            return Calendar.getInstance();
        }
        if (type == Consumer.class) {
            return (Consumer<Object>) manager -> {};
        }
        if (type == Function.class) {
            return (Function<Object, Object>) manager -> 1;
        }
        if (type == ConnectionConsumer.class) {
            return (ConnectionConsumer<Object>) connection -> {};
        }
        if (type == ConnectionFunction.class) {
            return (ConnectionFunction<Object, Object>) connection -> 1;
        }
        return Proxy.newProxyInstance(
                ApiMethodTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, called, values) -> null);
    }

    @Entity(name = "Thing")
    public static class Thing {
        @Id
        int id;

        protected Thing() {}

        Thing(int id) {
            this.id = id;
        }
    }
}
