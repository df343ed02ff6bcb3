package dev.dormouse.internal.query.build;

import dev.dormouse.failure.NearestName;
import dev.dormouse.failure.QueryMessages;
import dev.dormouse.internal.layout.BoundLayout;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.mapping.model.EntityModel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What names of a query can mean: the entities of the unit, and the classes of the application. Thread-safe. */
public final class QueryDomain {

    private final BoundLayout layout;
    private final ClassLoader classLoader;

    public QueryDomain(BoundLayout layout, ClassLoader classLoader) {
        this.layout = layout;
        this.classLoader = classLoader;
    }

    public BoundLayout layout() {
        return layout;
    }

    /** Finds an entity by its entity name, or by the name of its class. */
    Optional<EntityLayout> findEntity(String name) {
        Optional<EntityModel> model = layout.model().findEntity(name);
        if (model.isEmpty()) {
            model = layout.model().findEntityOfClass(name);
        }
        return model.map(m -> layout.entity(m.name()));
    }

    EntityLayout entity(String name) {
        return findEntity(name)
                .orElseThrow(() -> QueryMessages.wrong(
                        QueryMessages.UNKNOWN_ENTITY,
                        name,
                        NearestName.remedy(name, layout.model().entities().keySet())));
    }

    /** Finds a class by the name that a query has for it: nested ones with dots or dollars. */
    public @Nullable Class<?> findClass(String name) {
        String candidate = name;
        while (true) {
            try {
                return Class.forName(candidate, false, classLoader);
            } catch (ClassNotFoundException | LinkageError notThere) {
                int dot = candidate.lastIndexOf('.');
                if (dot < 0) {
                    return null;
                }
                candidate = candidate.substring(0, dot) + '$' + candidate.substring(dot + 1);
            }
        }
    }

    /** Finds the value of a qualified constant: of an enum, or a static final field. */
    @Nullable
    Object findConstant(String qualifiedName) {
        int dot = qualifiedName.lastIndexOf('.');
        if (dot < 0) {
            return null;
        }
        Class<?> owner = findClass(qualifiedName.substring(0, dot));
        if (owner == null || !owner.isEnum()) {
            return null;
        }
        String name = qualifiedName.substring(dot + 1);
        for (Object constant : owner.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw QueryMessages.wrong(QueryMessages.UNKNOWN_NAME, qualifiedName, "The enum has no such constant.");
    }
}
