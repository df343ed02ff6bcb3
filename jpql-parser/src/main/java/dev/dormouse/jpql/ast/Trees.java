package dev.dormouse.jpql.ast;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Equality of trees in a loop: a query may nest a thousand levels, which the recursion of generated record methods does
 * not survive.
 *
 * <p>Every node that holds nodes answers {@code equals} and {@code hashCode} from here; components are found by
 * reflection, so that none can be forgotten.
 */
final class Trees {

    private static final ClassValue<Method[]> ACCESSORS = new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(component -> component.getType() != Position.class)
                    .map(RecordComponent::getAccessor)
                    .toArray(Method[]::new);
        }
    };

    private Trees() {}

    static boolean equal(Node node, @Nullable Object other) {
        List<@Nullable Object> lefts = new ArrayList<>();
        List<@Nullable Object> rights = new ArrayList<>();
        lefts.add(node);
        rights.add(other);
        while (!lefts.isEmpty()) {
            Object left = lefts.remove(lefts.size() - 1);
            Object right = rights.remove(rights.size() - 1);
            if (left == right) {
                continue;
            }
            if (left == null || right == null) {
                return false;
            }
            if (!isInner(left) || !isInner(right)) {
                if (!left.equals(right)) {
                    return false;
                }
            } else if (shape(left).equals(shape(right))) {
                addParts(left, lefts);
                addParts(right, rights);
            } else {
                return false;
            }
        }
        return true;
    }

    static int hash(Node node) {
        List<@Nullable Object> rest = new ArrayList<>();
        rest.add(node);
        int hash = 1;
        while (!rest.isEmpty()) {
            Object part = rest.remove(rest.size() - 1);
            if (part != null && isInner(part)) {
                hash = 31 * hash + shape(part).hashCode();
                addParts(part, rest);
            } else {
                hash = 31 * hash + Objects.hashCode(part);
            }
        }
        return hash;
    }

    private static boolean isInner(Object part) {
        return part instanceof Node || part instanceof List<?>;
    }

    /** Two inner parts of one shape have equally many parts. */
    private static Object shape(Object inner) {
        return inner instanceof List<?> list ? list.size() : inner.getClass().getName();
    }

    private static void addParts(Object inner, List<@Nullable Object> parts) {
        if (inner instanceof List<?> list) {
            parts.addAll(list);
            return;
        }
        for (Method accessor : ACCESSORS.get(inner.getClass())) {
            try {
                parts.add(accessor.invoke(inner));
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("a component of a public record cannot be read", e);
            }
        }
    }
}
