package dev.dormouse.spec.ch03;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.spec.ch03.Depot.Crate;
import dev.dormouse.spec.ch03.Depot.Label;
import dev.dormouse.spec.ch03.Depot.Lock;
import dev.dormouse.spec.ch03.Depot.Part;
import dev.dormouse.spec.ch03.Depot.Spot;
import dev.dormouse.spec.ch03.Depot.State;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Does at random what can be done to entities, to the same effect in a depot, and compares. */
final class RandomWork {

    private static final int MOST = 5;

    private final EntityManagerFactory factory;
    private final Random random;
    private final List<String> done = new ArrayList<>();
    private EntityManager manager;
    private Depot committed = new Depot();
    private Depot flushed = new Depot();
    private Depot now = new Depot();
    private int ids;

    RandomWork(EntityManagerFactory factory, long seed) {
        this.factory = factory;
        this.random = new Random(seed);
        manager = factory.createEntityManager();
        manager.getTransaction().begin();
    }

    private <T> T any(Collection<T> from) {
        return List.copyOf(from).get(random.nextInt(from.size()));
    }

    private String text() {
        return "t" + random.nextInt(9);
    }

    private void note(String what) {
        done.add(what);
    }

    /** Works for a number of steps and closes the context. */
    void run(int steps) {
        try {
            for (int i = 0; i < steps; i++) {
                step();
            }
            commit();
            compareStored();
        } catch (RuntimeException | AssertionError failure) {
            throw new AssertionError(
                    failure + " after " + done.subList(Math.max(0, done.size() - 40), done.size()), failure);
        } finally {
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
            manager.close();
        }
    }

    private void step() {
        switch (random.nextInt(20)) {
            case 0, 1 -> persist();
            case 2 -> removeOne();
            case 3 -> flush();
            case 4 -> clear();
            case 5 -> {
                commit();
                if (random.nextBoolean()) {
                    anew();
                }
                manager.getTransaction().begin();
                compareStored();
            }
            case 6 -> rollback();
            case 7 -> mergeDetached();
            case 8 -> refresh();
            case 9 -> compareManaged();
            case 10 -> compareByQuery();
            default -> change();
        }
    }

    private void persist() {
        int id = ++ids;
        switch (random.nextInt(3)) {
            case 0 -> {
                if (now.crates.size() < MOST) {
                    note("persist crate " + id);
                    Crate crate = new Crate();
                    crate.id = id;
                    State state = new State();
                    boolean early = random.nextBoolean();
                    if (early) {
                        manager.persist(crate);
                    }
                    for (int i = random.nextInt(4); i > 0; i--) {
                        change(crate, state, true);
                    }
                    if (!early) {
                        manager.persist(crate);
                    }
                    now.crates.put(id, state);
                }
            }
            case 1 -> {
                if (now.labels.size() < MOST) {
                    note("persist label " + id);
                    Label label = new Label();
                    label.id = id;
                    label.name = text();
                    manager.persist(label);
                    now.labels.put(id, label.name);
                }
            }
            default -> {
                if (now.locks.size() < MOST) {
                    note("persist lock " + id);
                    Lock lock = new Lock();
                    lock.id = id;
                    lock.name = text();
                    manager.persist(lock);
                    now.locks.put(id, lock.name);
                }
            }
        }
    }

    private void removeOne() {
        int kind = random.nextInt(3);
        if (kind == 0 && !now.crates.isEmpty()) {
            int id = any(now.crates.keySet());
            note("remove crate " + id);
            Crate crate = manager.find(Crate.class, id);
            crate.labels.forEach(label -> label.crates.remove(crate));
            if (crate.lock != null) {
                crate.lock.crate = null;
            }
            manager.remove(crate);
            now.crates.remove(id);
        } else if (kind == 1 && !now.labels.isEmpty()) {
            int id = any(now.labels.keySet());
            note("remove label " + id);
            Label label = manager.find(Label.class, id);
            now.crates.forEach((owner, state) -> {
                if (state.labels.remove(id)) {
                    manager.find(Crate.class, owner).labels.remove(label);
                }
            });
            manager.remove(label);
            if (random.nextInt(3) == 0) {
                note("and persist it again");
                label.crates.clear();
                manager.persist(label);
            } else {
                now.labels.remove(id);
            }
        } else if (kind == 2 && !now.locks.isEmpty()) {
            int id = any(now.locks.keySet());
            note("remove lock " + id);
            Lock lock = manager.find(Lock.class, id);
            if (lock.crate != null) {
                now.crates.get(lock.crate.id).lock = null;
                lock.crate.lock = null;
            }
            manager.remove(lock);
            now.locks.remove(id);
        }
    }

    private void flush() {
        note("flush");
        manager.flush();
        flushed = now.copy();
    }

    private void clear() {
        note("clear");
        manager.clear();
        now = flushed.copy();
    }

    private void commit() {
        note("commit");
        manager.getTransaction().commit();
        flushed = now.copy();
        committed = now.copy();
    }

    private void anew() {
        note("new context");
        manager.close();
        manager = factory.createEntityManager();
    }

    private void rollback() {
        note("rollback");
        manager.getTransaction().rollback();
        anew();
        now = committed.copy();
        flushed = committed.copy();
        manager.getTransaction().begin();
    }

    private void change() {
        if (!now.crates.isEmpty()) {
            int id = any(now.crates.keySet());
            change(manager.find(Crate.class, id), now.crates.get(id), true);
        }
    }

    /** What is detached is not put into the inverse side of what is managed. */
    private void change(Crate crate, State state, boolean isManaged) {
        switch (random.nextInt(10)) {
            case 0 -> {
                state.name = random.nextInt(4) == 0 ? null : text();
                note("crate " + crate.id + " name " + state.name);
                crate.name = state.name;
            }
            case 1 -> {
                state.spot = random.nextInt(3) == 0 ? null : new Spot(text(), random.nextInt(4));
                note("crate " + crate.id + " spot " + state.spot);
                crate.spot = state.spot;
            }
            case 2, 3 -> {
                String tag = text();
                note("crate " + crate.id + " tag " + tag);
                assertThat(crate.tags.add(tag)).isEqualTo(state.tags.add(tag));
            }
            case 4 -> {
                String tag = text();
                note("crate " + crate.id + " no tag " + tag);
                assertThat(crate.tags.remove(tag)).isEqualTo(state.tags.remove(tag));
            }
            case 5 -> {
                String key = text();
                int count = random.nextInt(9);
                note("crate " + crate.id + " count " + key + "=" + count);
                assertThat(crate.counts.put(key, count)).isEqualTo(state.counts.put(key, count));
            }
            case 6 -> addPart(crate, state);
            case 7 -> changePart(crate, state);
            case 8 -> changeLabel(crate, state, isManaged);
            default -> changeLock(crate, state, isManaged);
        }
    }

    private void addPart(Crate crate, State state) {
        Part part = new Part();
        part.id = ++ids;
        part.name = text();
        part.crate = crate;
        note("crate " + crate.id + " part " + part.id);
        crate.parts.add(part);
        state.parts.put(part.id, part.name);
    }

    private void changePart(Crate crate, State state) {
        if (state.parts.isEmpty()) {
            return;
        }
        int id = any(state.parts.keySet());
        Part part = crate.parts.stream().filter(one -> one.id == id).findFirst().orElseThrow();
        if (random.nextBoolean()) {
            note("crate " + crate.id + " no part " + id);
            crate.parts.remove(part);
            state.parts.remove(id);
        } else {
            part.name = text();
            note("part " + id + " name " + part.name);
            state.parts.put(id, part.name);
        }
    }

    private void changeLabel(Crate crate, State state, boolean isManaged) {
        if (now.labels.isEmpty()) {
            return;
        }
        int id = any(now.labels.keySet());
        Label label = manager.find(Label.class, id);
        boolean adds = state.labels.add(id);
        note("crate " + crate.id + (adds ? " label " : " no label ") + id);
        if (adds) {
            crate.labels.add(label);
        } else {
            state.labels.remove(id);
            assertThat(crate.labels.removeIf(one -> one.id == id)).isTrue();
        }
        if (isManaged && adds) {
            label.crates.add(crate);
        } else if (isManaged) {
            label.crates.remove(crate);
        }
    }

    private void changeLock(Crate crate, State state, boolean isManaged) {
        List<Integer> free = now.locks.keySet().stream()
                .filter(id -> now.crates.values().stream().noneMatch(other -> id.equals(other.lock)))
                .toList();
        boolean opens = free.isEmpty() || random.nextInt(3) == 0;
        if (isManaged && crate.lock != null) {
            crate.lock.crate = null;
        }
        state.lock = opens ? null : any(free);
        note("crate " + crate.id + " lock " + state.lock);
        crate.lock = opens ? null : manager.find(Lock.class, state.lock);
        if (isManaged && crate.lock != null) {
            crate.lock.crate = crate;
        }
    }

    /** Changes a crate and its parts while they are detached, which merge brings back; what leaves its parts is removed. */
    private void mergeDetached() {
        if (now.crates.isEmpty()) {
            return;
        }
        flush();
        int id = any(now.crates.keySet());
        Crate crate = manager.find(Crate.class, id);
        State.of(crate);
        boolean alone = random.nextBoolean();
        note((alone ? "detach " : "clear and merge ") + id);
        if (alone) {
            manager.detach(crate);
        } else {
            manager.clear();
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            change(crate, now.crates.get(id), false);
        }
        Crate merged = manager.merge(crate);
        assertThat(merged).isNotSameAs(crate).isSameAs(manager.find(Crate.class, id));
        assertThat(State.of(merged)).hasToString(now.crates.get(id).toString());
        flush();
        manager.clear();
    }

    /** Changes values of a crate, which refresh takes back. */
    private void refresh() {
        flush();
        if (!now.crates.isEmpty()) {
            int id = any(now.crates.keySet());
            note("refresh " + id);
            Crate crate = manager.find(Crate.class, id);
            crate.name = "lost";
            crate.spot = null;
            crate.tags.add("lost");
            crate.counts.clear();
            crate.parts.forEach(part -> part.name = "lost");
            manager.refresh(crate);
            assertThat(State.of(crate)).hasToString(now.crates.get(id).toString());
        }
    }

    private void compareManaged() {
        note("compare");
        Depot found = new Depot();
        for (int id : now.crates.keySet()) {
            Crate crate = manager.find(Crate.class, id);
            assertThat(crate).as("crate " + id).isNotNull();
            found.crates.put(id, State.of(crate));
        }
        now.labels.keySet().forEach(id -> found.labels.put(id, manager.find(Label.class, id).name));
        now.locks.keySet().forEach(id -> found.locks.put(id, manager.find(Lock.class, id).name));
        assertThat(found.toString()).isEqualTo(now.toString());
    }

    /** A query flushes first, and sees all that there is. */
    private void compareByQuery() {
        note("query");
        assertThat(read(manager).toString()).isEqualTo(now.toString());
        flushed = now.copy();
    }

    private void compareStored() {
        try (EntityManager other = factory.createEntityManager()) {
            assertThat(read(other).toString()).isEqualTo(committed.toString());
        }
    }

    private static Depot read(EntityManager manager) {
        Depot found = new Depot();
        manager.createQuery("select c from Crate c", Crate.class)
                .getResultList()
                .forEach(crate -> found.crates.put(crate.id, State.of(crate)));
        for (Label label :
                manager.createQuery("select l from Label l", Label.class).getResultList()) {
            found.labels.put(label.id, label.name);
            label.crates.forEach(crate -> assertThat(found.crates.get(crate.id).labels)
                    .as("label " + label.id + " of crate " + crate.id)
                    .contains(label.id));
        }
        for (Lock lock :
                manager.createQuery("select l from Padlock l", Lock.class).getResultList()) {
            found.locks.put(lock.id, lock.name);
            Map.Entry<Integer, State> owner = found.crates.entrySet().stream()
                    .filter(entry -> Integer.valueOf(lock.id).equals(entry.getValue().lock))
                    .findFirst()
                    .orElse(null);
            assertThat(lock.crate == null ? null : (Integer) lock.crate.id)
                    .as("crate of lock " + lock.id)
                    .isEqualTo(owner == null ? null : owner.getKey());
        }
        long parts =
                manager.createQuery("select count(p) from Part p", Long.class).getSingleResult();
        assertThat(parts)
                .as("parts")
                .isEqualTo(found.crates.values().stream()
                        .mapToInt(s -> s.parts.size())
                        .sum());
        return found;
    }
}
