package dev.dormouse.spec.ch08;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity that no unit lists. */
@Entity
public class Unlisted {
    @Id
    int id;
}
