package dev.dormouse.spec.ch02;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;

/** Finds what has a derived identity. */
final class Identified {

    private Identified() {}

    /** Finds an entity by its key; each condition on {@code e} finds the same instance and no other. */
    static <E> E find(EntityManager manager, Class<E> type, Object key, String... conditions) {
        E found = manager.find(type, key);
        for (String condition : conditions) {
            String query = "SELECT e FROM " + type.getSimpleName() + " e WHERE " + condition;
            assertThat(manager.createQuery(query, type).getResultList()).containsExactly(found);
        }
        return found;
    }
}
