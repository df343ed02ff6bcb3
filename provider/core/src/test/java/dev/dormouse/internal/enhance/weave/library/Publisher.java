package dev.dormouse.internal.enhance.weave.library;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A class with a final method: there can be no subclass of it for references. */
@Entity
class Publisher {

    @Id
    long id;

    String name;

    Publisher() {}

    Publisher(long id, String name) {
        this.id = id;
        this.name = name;
    }

    final String name() {
        return name;
    }
}
