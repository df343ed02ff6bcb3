package dev.dormouse.internal.enhance.weave.library;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Its id is final. */
@Entity
class Ticket {

    @Id
    private final long id;

    private final String issuer;
    private String owner;

    Ticket() {
        this(0, null, null);
    }

    Ticket(long id, String issuer, String owner) {
        this.id = id;
        this.issuer = issuer;
        this.owner = owner;
    }

    long id() {
        return id;
    }

    String text() {
        return id + issuer + owner;
    }

    void give(String to) {
        owner = to;
    }

    @Override
    public String toString() {
        return "Ticket of " + owner;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ticket ticket && ticket.id == id && ticket.owner.equals(owner);
    }

    @Override
    public int hashCode() {
        return owner.hashCode();
    }
}
