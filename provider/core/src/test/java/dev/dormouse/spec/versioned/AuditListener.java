package dev.dormouse.spec.versioned;

import jakarta.persistence.PostPersist;
import jakarta.persistence.PrePersist;
import java.util.ArrayList;
import java.util.List;

/** A listener of which one instance is made. */
public class AuditListener {

    /** What happened. */
    public static final List<String> EVENTS = new ArrayList<>();

    /** How many instances were made. */
    public static int instances;

    public AuditListener() {
        instances++;
    }

    @PrePersist
    void prePersist(Object entity) {
        EVENTS.add("listener PrePersist " + ((Audited) entity).text);
    }

    @PostPersist
    void postPersist(Audited entity) {
        EVENTS.add("listener PostPersist " + entity.text);
    }
}
