package dev.dormouse.internal.mapping.model;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What of a unit is well formed, so that a later phase of its start finds its own failures there and none that follow from earlier ones.
 *
 * @param model the entities that are sound and lead to sound ones only, and the named queries that speak of no others
 * @param leftOut the names of the other entities
 */
public record SoundUnit(PersistenceUnitModel model, Set<String> leftOut) {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{javaJavaIdentifierPart}]+");

    /** Copies the set. */
    public SoundUnit {
        leftOut = Set.copyOf(leftOut);
    }

    /** Returns a unit without failures. */
    public static SoundUnit of(PersistenceUnitModel model) {
        return new SoundUnit(model, Set.of());
    }

    /** Returns what is sound of a unit from which entities with these names were left out already. */
    public static SoundUnit of(PersistenceUnitModel model, Set<String> missing, Predicate<EntityModel> isBroken) {
        return new SoundUnit(model, missing).without(isBroken);
    }

    /** Returns this unit without broken entities and all that lead to them. */
    public SoundUnit without(Predicate<EntityModel> isBroken) {
        Map<String, EntityModel> sound = new TreeMap<>(model.entities());
        sound.values().removeIf(isBroken);
        while (sound.values().removeIf(entity -> !sound.keySet().containsAll(EntityNames.of(entity)))) {
            // Each round may break what leads to those that it removed.
        }
        if (sound.size() == model.entities().size() && leftOut.isEmpty()) {
            return this;
        }
        Set<String> others = new TreeSet<>(model.entities().keySet());
        others.removeAll(sound.keySet());
        others.addAll(leftOut);
        Set<String> names = new HashSet<>(sound.keySet());
        List<NamedQueryModel> queries = model.namedQueries().values().stream()
                .filter(query -> BETWEEN_WORDS.splitAsStream(query.query()).noneMatch(others::contains))
                .toList();
        return new SoundUnit(model.with(names, queries), others);
    }
}
