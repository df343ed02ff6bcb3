package dev.dormouse.internal.query.company;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** One use of a badge. */
@Entity
@SuppressWarnings("NullAway.Init")
public class Visit {
    @Id
    public int id;

    public LocalDateTime time;

    @ManyToOne
    public @Nullable Badge badge;

    protected Visit() {}

    public Visit(int id, String time, @Nullable Badge badge) {
        this.id = id;
        this.time = LocalDateTime.parse(time);
        this.badge = badge;
    }
}
