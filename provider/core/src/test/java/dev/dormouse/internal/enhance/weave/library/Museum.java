package dev.dormouse.internal.enhance.weave.library;

import java.util.function.Consumer;
import java.util.function.Function;

/** A store with two exhibits; the second one has no embeddables. */
final class Museum implements AutoCloseable {

    private final Library store =
            new Library(Exhibit.class, Provenance.class, Appraisal.class, Stamp.class, Guild.class);

    Museum() {
        store.run(manager -> {
            Guild printers = new Guild(1, "printers");
            Guild smiths = new Guild(2, "smiths");
            manager.persist(printers);
            manager.persist(smiths);
            Exhibit press =
                    new Exhibit(1, "press", new Provenance("Mainz", "Long ago", printers, new Appraisal(7, smiths)));
            press.found = new Provenance("Cellar", "By chance", smiths, null);
            press.stamp = new Stamp("DE", 80);
            manager.persist(press);
            manager.persist(new Exhibit(2, "anvil", null));
        });
    }

    Library store() {
        return store;
    }

    void run(Consumer<Exhibit> work) {
        store.run(manager -> work.accept(manager.find(Exhibit.class, 1L)));
    }

    Exhibit detached() {
        return store.call(manager -> manager.find(Exhibit.class, 1L));
    }

    /** Returns all that the first exhibit has where it was made. */
    String made() {
        return text(1, exhibit -> exhibit.made);
    }

    String text(long id, Function<Exhibit, Provenance> attribute) {
        return store.text(manager -> {
            Provenance of = attribute.apply(manager.find(Exhibit.class, id));
            return of == null ? "nothing" : text(of);
        });
    }

    static String text(Provenance of) {
        Appraisal appraisal = of.appraisal;
        return of.place
                + ", "
                + of.story
                + ", "
                + name(of.publisher)
                + ", "
                + (appraisal == null ? null : appraisal.price + " " + name(appraisal.expert));
    }

    private static String name(Guild guild) {
        return guild == null ? "nobody" : guild.name();
    }

    /** Changes the first exhibit, and returns whether that was noticed: its version is one more. */
    boolean notices(Consumer<Exhibit> change) {
        int before = detached().version;
        run(change);
        return detached().version == before + 1;
    }

    @Override
    public void close() {
        store.close();
    }
}
