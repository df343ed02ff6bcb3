package dev.dormouse.internal.enhance.weave.library;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.OneToOne;

/** Without its label, the label is an orphan. */
@Embeddable
class Contents {

    String kind;

    @OneToOne(fetch = FetchType.LAZY, cascade = CascadeType.ALL, orphanRemoval = true)
    Guild label;

    Contents() {}

    Contents(String kind, Guild label) {
        this.kind = kind;
        this.label = label;
    }
}
