package dev.dormouse.spec.ch03;

import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a depot is to hold, in plain Java: what was done to its entities is done to it as well. */
final class Depot {

    /** Where a crate stands. */
    @Embeddable
    public record Spot(String aisle, Integer number) {}

    /** Has everything that an entity can have. */
    @Entity(name = "Crate")
    public static class Crate {
        @Id
        public int id;

        @Version
        public int version;

        public String name;
        public Spot spot;

        @ElementCollection
        public Set<String> tags = new HashSet<>();

        @ElementCollection
        public Map<String, Integer> counts = new HashMap<>();

        @OneToMany(mappedBy = "crate", cascade = CascadeType.ALL, orphanRemoval = true)
        public Set<Part> parts = new HashSet<>();

        @ManyToMany
        public Set<Label> labels = new HashSet<>();

        @OneToOne
        public Lock lock;
    }

    /** Is in one crate. */
    @Entity(name = "Part")
    public static class Part {
        @Id
        public int id;

        public String name;

        @ManyToOne
        public Crate crate;
    }

    /** Is on some crates. */
    @Entity(name = "Label")
    public static class Label {
        @Id
        public int id;

        public String name;

        @ManyToMany(mappedBy = "labels")
        public Set<Crate> crates = new HashSet<>();
    }

    /** Closes one crate at most. */
    @Entity(name = "Padlock")
    public static class Lock {
        @Id
        public int id;

        public String name;

        @OneToOne(mappedBy = "lock")
        public Crate crate;
    }

    /** What a crate is to be; parts by id. */
    static final class State {
        String name;
        Spot spot;
        Set<String> tags = new TreeSet<>();
        Map<String, Integer> counts = new TreeMap<>();
        Map<Integer, String> parts = new TreeMap<>();
        Set<Integer> labels = new TreeSet<>();
        Integer lock;

        /** Reads an entity. */
        static State of(Crate crate) {
            State state = new State();
            state.name = crate.name;
            state.spot = crate.spot;
            state.tags.addAll(crate.tags);
            state.counts.putAll(crate.counts);
            crate.parts.forEach(part -> state.parts.put(part.id, part.name + (part.crate == crate ? "" : " astray")));
            crate.labels.forEach(label -> state.labels.add(label.id));
            state.lock = crate.lock == null ? null : crate.lock.id;
            return state;
        }

        State copy() {
            State copy = new State();
            copy.name = name;
            copy.spot = spot;
            copy.tags.addAll(tags);
            copy.counts.putAll(counts);
            copy.parts.putAll(parts);
            copy.labels.addAll(labels);
            copy.lock = lock;
            return copy;
        }

        @Override
        public String toString() {
            return name + " at " + spot + " tags " + tags + " counts " + counts + " parts " + parts + " labels "
                    + labels + " lock " + lock;
        }
    }

    final Map<Integer, State> crates = new TreeMap<>();
    final Map<Integer, String> labels = new TreeMap<>();
    final Map<Integer, String> locks = new TreeMap<>();

    Depot copy() {
        Depot copy = new Depot();
        crates.forEach((id, state) -> copy.crates.put(id, state.copy()));
        copy.labels.putAll(labels);
        copy.locks.putAll(locks);
        return copy;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        crates.forEach((id, state) ->
                text.append("crate ").append(id).append(": ").append(state).append('\n'));
        labels.forEach((id, name) -> text.append("label ")
                .append(id)
                .append(": ")
                .append(name)
                .append(" on ")
                .append(crates.entrySet().stream()
                        .filter(e -> e.getValue().labels.contains(id))
                        .map(Map.Entry::getKey)
                        .toList())
                .append('\n'));
        locks.forEach((id, name) -> text.append("lock ")
                .append(id)
                .append(": ")
                .append(name)
                .append(" of ")
                .append(crates.entrySet().stream()
                        .filter(e -> id.equals(e.getValue().lock))
                        .map(Map.Entry::getKey)
                        .toList())
                .append('\n'));
        return text.toString();
    }
}
