package dev.dormouse.benchmarks;

import dev.dormouse.benchmarks.jpa.JpaSide;
import dev.dormouse.benchmarks.jpa.Provider;
import dev.dormouse.benchmarks.mongodb.MongoSide;
import dev.dormouse.benchmarks.raw.RawSide;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sides that are compared, with their names in the tables. */
public enum Database {
    /** By hand on LMDB; a commit does not wait for the disk. */
    RAW("by hand", null, folder -> new RawSide(folder, false)),
    /** By hand on LMDB; a commit is durable. */
    RAW_DURABLE("by hand", RAW, folder -> new RawSide(folder, true)),
    /** Dormouse on LMDB; a commit does not wait for the disk. */
    DORMOUSE("plain", null, plain(Provider.DORMOUSE)),
    /** The same with enhanced classes. */
    DORMOUSE_ENHANCED("enhanced", DORMOUSE, enhanced(Provider.DORMOUSE)),
    /** Dormouse on LMDB; a commit is durable. */
    DORMOUSE_DURABLE("plain", DORMOUSE, plain(Provider.DORMOUSE_DURABLE)),
    /** The same with enhanced classes. */
    DORMOUSE_ENHANCED_DURABLE("enhanced", DORMOUSE, enhanced(Provider.DORMOUSE_DURABLE)),
    /** Hibernate on H2. */
    HIBERNATE_H2("Hibernate + H2", null, plain(Provider.HIBERNATE_H2)),
    /** Hibernate on H2 with its second-level cache. */
    HIBERNATE_H2_CACHED("Hibernate + H2", HIBERNATE_H2, plain(Provider.HIBERNATE_H2_CACHED)),
    /** EclipseLink, woven, on H2. */
    ECLIPSELINK_H2("EclipseLink + H2", null, plain(Provider.ECLIPSELINK_H2)),
    /** EclipseLink, woven, on H2 with its shared cache. */
    ECLIPSELINK_H2_CACHED("EclipseLink + H2", ECLIPSELINK_H2, plain(Provider.ECLIPSELINK_H2_CACHED)),
    /** Hibernate on SQLite; a commit is durable. */
    HIBERNATE_SQLITE("Hibernate + SQLite", null, plain(Provider.HIBERNATE_SQLITE)),
    /** Dormouse on MongoDB. */
    DORMOUSE_MONGODB("plain", null, plain(Provider.DORMOUSE_MONGODB)),
    /** The same with enhanced classes. */
    DORMOUSE_ENHANCED_MONGODB("enhanced", DORMOUSE_MONGODB, enhanced(Provider.DORMOUSE_MONGODB)),
    /** By hand with the driver of MongoDB, on the documents that Dormouse writes. */
    DRIVER("by hand", DORMOUSE_MONGODB, MongoSide::new);

    private final String title;
    private final @Nullable Database filledBy;
    private final Function<Path, Side> opening;

    Database(String title, @Nullable Database filledBy, Function<Path, Side> opening) {
        this.title = title;
        this.filledBy = filledBy;
        this.opening = opening;
    }

    private static Function<Path, Side> plain(Provider provider) {
        return folder -> JpaSide.open(provider.name(), folder);
    }

    private static Function<Path, Side> enhanced(Provider provider) {
        return folder -> EnhancedClasses.open(provider.name(), folder);
    }

    /** Returns how the tables call it. */
    public String title() {
        return title;
    }

    /** Opens the database of a folder, an empty one if the folder is empty. */
    public Side open(Path folder) {
        return opening.apply(folder);
    }

    /** Returns the side that writes the rows with which this one begins. */
    public Database filledBy() {
        return filledBy == null ? this : filledBy;
    }

    /** Whether the rows are on a server, not in the folder. */
    public boolean isOnServer() {
        return filledBy() == DORMOUSE_MONGODB;
    }

    /** Whether it is another provider's. */
    public boolean isPeer() {
        return Arrays.stream(Comparison.values())
                .anyMatch(comparison -> comparison.peers().contains(this));
    }

    /** Whether its classes must be woven by the agent of EclipseLink. */
    public boolean needsWeaving() {
        return filledBy() == ECLIPSELINK_H2;
    }
}
