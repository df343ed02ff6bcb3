package dev.dormouse.internal.enhance.weave.library;

import jakarta.persistence.Embeddable;

/** An embeddable of basic values, and a mutable one in it. */
@Embeddable
class Size {

    int width;
    Integer height;
    Colour colour;

    Size() {}

    Size(int width, Integer height, Colour colour) {
        this.width = width;
        this.height = height;
        this.colour = colour;
    }

    @Override
    public String toString() {
        return width + "x" + height + " " + colour;
    }
}
