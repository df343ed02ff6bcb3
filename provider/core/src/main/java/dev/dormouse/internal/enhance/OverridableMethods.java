package dev.dormouse.internal.enhance;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The methods of an entity class through which its state can be reached, those of {@code Object} and of interfaces left out: the former
 * see no state unless they are overridden, the latter only through other methods.
 */
final class OverridableMethods {

    private final List<Method> methods = new ArrayList<>();
    private @Nullable String obstacle;

    OverridableMethods(Class<?> entityClass) {
        Set<String> seen = new HashSet<>();
        for (Class<?> c = entityClass; c != null && c != Object.class; c = c.getSuperclass()) {
            for (Method method : c.getDeclaredMethods()) {
                int modifiers = method.getModifiers();
                if (!Modifier.isStatic(modifiers)
                        && !Modifier.isPrivate(modifiers)
                        && !method.isSynthetic()
                        && !isFinalizer(method)
                        && seen.add(signature(method))) {
                    collect(entityClass, method);
                }
            }
        }
    }

    private void collect(Class<?> entityClass, Method method) {
        int modifiers = method.getModifiers();
        boolean isNear = method.getDeclaringClass().getPackageName().equals(entityClass.getPackageName())
                && method.getDeclaringClass().getClassLoader() == entityClass.getClassLoader();
        boolean isVisible = Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers) || isNear;
        if (Modifier.isFinal(modifiers) || !isVisible) {
            obstacle = obstacle == null ? method.getName() : obstacle;
        } else {
            methods.add(method);
        }
    }

    private static boolean isFinalizer(Method method) {
        return method.getName().equals("finalize") && method.getParameterCount() == 0;
    }

    static String signature(Method method) {
        return method.getName() + Arrays.toString(method.getParameterTypes());
    }

    List<Method> list() {
        return Collections.unmodifiableList(methods);
    }

    Optional<String> obstacle() {
        return Optional.ofNullable(obstacle);
    }
}
