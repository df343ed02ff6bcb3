package dev.dormouse.internal.enhance.weave.library;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.io.Serializable;

@MappedSuperclass
abstract class Item implements Serializable, Cloneable {

    private static final long serialVersionUID = 1L;

    @Id
    long id;

    @Version
    int version;

    protected String shelf;

    void move(String to) {
        shelf = to;
    }

    @Override
    protected Object clone() throws CloneNotSupportedException {
        return super.clone();
    }
}
