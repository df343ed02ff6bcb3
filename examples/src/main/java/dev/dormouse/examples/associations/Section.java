package dev.dormouse.examples.associations;

import java.util.List;

/**
 * One kind of association.
 *
 * @param title what it is called
 * @param classes the entities
 * @param mapping the lines of their source that matter
 * @param collections where their documents are
 * @param entities what is made persistent, in any order
 * @param query a query over the association
 */
record Section(
        String title,
        List<Class<?>> classes,
        String mapping,
        List<String> collections,
        List<Object> entities,
        String query) {

    /** All of them, in the order in which they are shown. */
    static List<Section> all() {
        return List.of(
                OneToOneSection.get(),
                ManyToOneSection.get(),
                OneToManySection.get(),
                IdListSection.get(),
                ManyToManySection.get());
    }
}
