package dev.dormouse.internal.enhance.weave.library;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import java.util.ArrayList;
import java.util.List;

/** Has an embeddable of its superclass, one of its own of the same class, one that is a record, and a collection of them. */
@Entity
class Exhibit extends Kept {

    private static final long serialVersionUID = 1L;

    String name;

    @Embedded
    @AttributeOverride(name = "place", column = @Column(name = "foundAt"))
    @AttributeOverride(name = "story", column = @Column(name = "foundStory"))
    @AttributeOverride(name = "appraisal.price", column = @Column(name = "foundPrice"))
    @AssociationOverride(name = "publisher", joinColumns = @JoinColumn(name = "foundBy"))
    @AssociationOverride(name = "appraisal.expert", joinColumns = @JoinColumn(name = "foundExpert"))
    Provenance found;

    Stamp stamp;

    @ElementCollection
    List<Appraisal> history = new ArrayList<>();

    Exhibit() {}

    Exhibit(long id, String name, Provenance made) {
        this.id = id;
        this.name = name;
        this.made = made;
    }
}
