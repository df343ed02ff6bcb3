package dev.dormouse.spec.graph;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An entity with constraints of Bean Validation. */
@Entity
@SuppressWarnings("MultipleNullnessAnnotations") // Bean Validation refuses the null that Java allows.
public class Single {

    @Id
    public int id;

    @NotNull
    public @Nullable String text;

    @Valid
    @Embedded
    public @Nullable Part part;

    @Valid
    @ManyToOne(fetch = FetchType.LAZY)
    public @Nullable Single other;

    /** A part with a constraint. */
    @Embeddable
    public static class Part {
        @Size(max = 3)
        public @Nullable String code;
    }
}
