package dev.dormouse.internal.enhance.weave.library;

import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

/** Persistent by its getters, since its annotation stands there. */
@Embeddable
class Tools {

    private int count;
    private Printer madeBy;

    Tools() {}

    Tools(int count, Printer madeBy) {
        this.count = count;
        this.madeBy = madeBy;
    }

    public int getCount() {
        return count;
    }

    public void setCount(int count) {
        this.count = count;
    }

    @ManyToOne(fetch = FetchType.LAZY)
    public Printer getMadeBy() {
        return madeBy;
    }

    public void setMadeBy(Printer madeBy) {
        this.madeBy = madeBy;
    }
}
