package dev.dormouse.spec.graph;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** An entity that others hold. */
@Entity
public class Leaf {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE)
    public @Nullable Integer id;

    public @Nullable String name;

    @ManyToOne
    public @Nullable Node parent;

    public Leaf() {}

    public Leaf(String name) {
        this.name = name;
    }
}
