package dev.dormouse.internal.query.company;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToOne;

/** What opens doors. */
@Entity
@SuppressWarnings("NullAway.Init")
public class Badge {
    @EmbeddedId
    public BadgeId id;

    @OneToOne
    public Employee owner;

    protected Badge() {}

    public Badge(BadgeId id, Employee owner) {
        this.id = id;
        this.owner = owner;
    }

    @Override
    public String toString() {
        return id.site() + "-" + id.number();
    }
}
