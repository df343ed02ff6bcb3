package dev.dormouse.internal.enhance.reloaded;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A burrow with what it branches off from, in private fields. */
@Entity
class Burrow {
    @Id
    private long id;

    private String place = "";

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Burrow parent;

    protected Burrow() {}

    Burrow(long id, String place, @Nullable Burrow parent) {
        this.id = id;
        this.place = place;
        this.parent = parent;
    }

    String place() {
        return place;
    }

    Burrow parent() {
        return Objects.requireNonNull(parent);
    }
}
