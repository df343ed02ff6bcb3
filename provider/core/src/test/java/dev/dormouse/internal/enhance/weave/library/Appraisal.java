package dev.dormouse.internal.enhance.weave.library;

import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.io.Serializable;

/** An embeddable in another one, and the element of a collection. */
@Embeddable
class Appraisal implements Serializable {

    private static final long serialVersionUID = 1L;

    int price;

    @ManyToOne(fetch = FetchType.LAZY)
    Guild expert;

    Appraisal() {}

    Appraisal(int price, Guild expert) {
        this.price = price;
        this.expert = expert;
    }
}
