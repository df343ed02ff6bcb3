package dev.dormouse.internal.enhance.weave.library;

import jakarta.persistence.Embeddable;
import java.io.Serializable;

@Embeddable
class Signature implements Serializable {

    private static final long serialVersionUID = 1L;

    String text;

    Signature() {}

    Signature(String text) {
        this.text = text;
    }
}
