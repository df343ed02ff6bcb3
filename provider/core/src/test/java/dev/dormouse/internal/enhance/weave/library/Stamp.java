package dev.dormouse.internal.enhance.weave.library;

import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** A record: nothing of it is ever assigned. */
@Embeddable
record Stamp(String country, int cents) implements Serializable {}
