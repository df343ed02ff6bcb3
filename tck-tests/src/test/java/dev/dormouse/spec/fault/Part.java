package dev.dormouse.spec.fault;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** What the stores of {@link StoreFaultTest} hold. */
@Entity
public class Part {
    @Id
    String code = "";

    @Column(nullable = false)
    @Nullable
    String name;

    @Column(length = 8)
    @Nullable
    String mark;

    @Column(unique = true)
    int serial;

    @ManyToOne
    @Nullable
    Part next;

    @Version
    int version;

    /** Made by the provider. */
    protected Part() {}

    Part(String code, @Nullable String name, int serial) {
        this.code = code;
        this.name = name;
        this.serial = serial;
    }

    Part marked(String text) {
        mark = text;
        return this;
    }
}
