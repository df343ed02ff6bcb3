package dev.dormouse.benchmarks;

import dev.dormouse.benchmarks.jpa.JpaSide;
import dev.dormouse.benchmarks.jpa.Provider;
import dev.dormouse.benchmarks.raw.RawSide;
import java.nio.file.Path;
import java.util.function.Function;

/** The sides that are compared, with their names in the table. */
public enum Database {
    /** By hand on LMDB; a commit does not wait for the disk. */
    RAW("by hand", folder -> new RawSide(folder, false)),
    /** By hand on LMDB; a commit is durable. */
    RAW_DURABLE("by hand, durable", folder -> new RawSide(folder, true)),
    /** Dormouse on LMDB; a commit does not wait for the disk. */
    DORMOUSE("Dormouse", folder -> new JpaSide(Provider.DORMOUSE.open(folder))),
    /** Dormouse on LMDB; a commit is durable. */
    DORMOUSE_DURABLE("Dormouse, durable", folder -> new JpaSide(Provider.DORMOUSE_DURABLE.open(folder))),
    /** Hibernate on H2. */
    HIBERNATE_H2("Hibernate + H2", folder -> new JpaSide(Provider.HIBERNATE_H2.open(folder))),
    /** EclipseLink, woven, on H2. */
    ECLIPSELINK_H2("EclipseLink + H2", folder -> new JpaSide(Provider.ECLIPSELINK_H2.open(folder))),
    /** Hibernate on SQLite; a commit is durable. */
    HIBERNATE_SQLITE("Hibernate + SQLite, durable", folder -> new JpaSide(Provider.HIBERNATE_SQLITE.open(folder)));

    private final String title;
    private final Function<Path, Side> opening;

    Database(String title, Function<Path, Side> opening) {
        this.title = title;
        this.opening = opening;
    }

    /** Returns how the table calls it. */
    public String title() {
        return title;
    }

    /** Opens the database of a folder, an empty one if the folder is empty. */
    public Side open(Path folder) {
        return opening.apply(folder);
    }

    /** Whether a commit waits for the disk. */
    public boolean durable() {
        return this == RAW_DURABLE || this == DORMOUSE_DURABLE || this == HIBERNATE_SQLITE;
    }
}
