package dev.dormouse.internal.enhance.weave.library;

import jakarta.persistence.Embedded;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.io.Serializable;

/** A mapped superclass with an embeddable. */
@MappedSuperclass
abstract class Kept implements Serializable, Cloneable {

    private static final long serialVersionUID = 1L;

    @Id
    long id;

    @Version
    int version;

    @Embedded
    Provenance made;

    @Override
    protected Object clone() throws CloneNotSupportedException {
        return super.clone();
    }
}
