package dev.dormouse.internal.enhance.weave.library;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.io.Serializable;

/** A class with a final method: there can be no subclass of it for references. */
@Entity
class Guild implements Serializable {

    private static final long serialVersionUID = 1L;

    @Id
    long id;

    String name;

    Guild() {}

    Guild(long id, String name) {
        this.id = id;
        this.name = name;
    }

    final String name() {
        return name;
    }
}
