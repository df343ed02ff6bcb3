package dev.dormouse.internal.query.company;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import org.jspecify.annotations.Nullable;

/** Somebody who builds. */
@Entity
@DiscriminatorValue("ENG")
public class Engineer extends Employee {
    public @Nullable String language;

    protected Engineer() {}

    public Engineer(long id, String name, int salary, String hired, String language) {
        super(id, name, salary, hired);
        this.language = language;
    }
}
