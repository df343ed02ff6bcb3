package dev.dormouse.benchmarks.maps;

import java.nio.file.Path;

/** The sides that are compared, with their names in the table. */
public enum MapDatabase {
    /** By hand; a commit does not wait for the disk. */
    HAND("by hand", false),
    /** Typed maps; a commit does not wait for the disk. */
    TYPED("typed maps", false),
    /** By hand; a commit is durable. */
    HAND_DURABLE("by hand, durable", true),
    /** Typed maps; a commit is durable. */
    TYPED_DURABLE("typed maps, durable", true);

    private final String title;
    private final boolean durable;

    MapDatabase(String title, boolean durable) {
        this.title = title;
        this.durable = durable;
    }

    /** Returns how the table calls it. */
    public String title() {
        return title;
    }

    /** Whether a commit waits for the disk. */
    public boolean durable() {
        return durable;
    }

    /** Opens the maps of a folder, empty ones if there are none. */
    public MapSide open(Path folder) {
        return this == HAND || this == HAND_DURABLE ? new HandSide(folder, durable) : new TypedSide(folder, durable);
    }
}
