package dev.dormouse.internal.enhance.weave.library;

import jakarta.persistence.Embeddable;

@Embeddable
class Colour {

    String name;

    Colour() {}

    Colour(String name) {
        this.name = name;
    }

    @Override
    public String toString() {
        return name;
    }
}
