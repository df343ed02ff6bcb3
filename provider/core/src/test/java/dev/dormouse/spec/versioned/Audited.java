package dev.dormouse.spec.versioned;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** An entity that writes down what happens to it. */
@Entity
@EntityListeners(AuditListener.class)
public class Audited {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    public @Nullable Long id;

    public @Nullable String text;

    @OneToOne(cascade = CascadeType.ALL)
    public @Nullable Audited next;

    @Transient
    public boolean fails;

    public Audited() {}

    public Audited(String text) {
        this.text = text;
    }

    private void event(String name) {
        AuditListener.EVENTS.add(name + " " + text);
    }

    @PrePersist
    private void prePersist() {
        event("entity PrePersist" + (id == null ? " without id" : ""));
        if (fails) {
            throw new IllegalArgumentException("callback");
        }
    }

    @PostPersist
    void postPersist() {
        event("entity PostPersist");
    }

    @PreUpdate
    protected void preUpdate() {
        event("entity PreUpdate");
        text = text + "!";
    }

    @PostUpdate
    public void postUpdate() {
        event("entity PostUpdate");
    }

    @PreRemove
    void preRemove() {
        event("entity PreRemove");
    }

    @PostRemove
    void postRemove() {
        event("entity PostRemove");
    }

    @PostLoad
    void postLoad() {
        event("entity PostLoad" + (next == null ? "" : " before " + next.text));
    }
}
