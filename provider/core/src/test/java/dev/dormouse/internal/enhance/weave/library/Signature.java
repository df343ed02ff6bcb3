package dev.dormouse.internal.enhance.weave.library;

import jakarta.persistence.Embeddable;

@Embeddable
class Signature implements java.io.Serializable {

    private static final long serialVersionUID = 1L;

    String text;

    Signature() {}

    Signature(String text) {
        this.text = text;
    }
}
