package dev.dormouse.internal.enhance.weave.library;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What is in it belongs to it alone. */
@Entity
class Cabinet {

    @Id
    long id;

    @Embedded
    Contents contents;

    Cabinet() {}

    Cabinet(long id, Contents contents) {
        this.id = id;
        this.contents = contents;
    }
}
