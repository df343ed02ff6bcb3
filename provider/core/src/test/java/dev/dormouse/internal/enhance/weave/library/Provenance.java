package dev.dormouse.internal.enhance.weave.library;

import jakarta.persistence.Basic;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.io.Serializable;
import java.util.Objects;

/** An embeddable with what can be lazy, and another embeddable. */
@Embeddable
class Provenance implements Serializable, Cloneable {

    private static final long serialVersionUID = 1L;

    String place;

    @Basic(fetch = FetchType.LAZY)
    String story;

    /** Of a class without subclasses, so that it cannot be a reference that is lazy itself. */
    @ManyToOne(fetch = FetchType.LAZY)
    Guild publisher;

    @Embedded
    Appraisal appraisal;

    Provenance() {}

    Provenance(String place, String story, Guild publisher, Appraisal appraisal) {
        this.place = place;
        this.story = story;
        this.publisher = publisher;
        this.appraisal = appraisal;
    }

    Provenance copy() {
        try {
            return (Provenance) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Provenance that
                && Objects.equals(place, that.place)
                && Objects.equals(story, that.story);
    }

    @Override
    public int hashCode() {
        return Objects.hash(place, story);
    }
}
