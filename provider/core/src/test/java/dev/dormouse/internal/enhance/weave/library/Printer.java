package dev.dormouse.internal.enhance.weave.library;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** A final class, which can be an entity if it is enhanced. */
// region final class
@Entity
final class Printer {

    @Id
    long id;

    String town;

    @ManyToOne(fetch = FetchType.LAZY)
    Printer successorOf;
    // endregion

    Printer() {}

    Printer(long id, String town, Printer successorOf) {
        this.id = id;
        this.town = town;
        this.successorOf = successorOf;
    }
}
