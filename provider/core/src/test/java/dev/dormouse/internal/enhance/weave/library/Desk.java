package dev.dormouse.internal.enhance.weave.library;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

/** All changes of it can be told of; not all of them are written. */
@Entity
class Desk {

    @Id
    long id;

    @Version
    int version;

    @Embedded
    Size top;

    @Embedded
    @AttributeOverride(name = "width", column = @Column(name = "drawerWidth"))
    @AttributeOverride(name = "height", column = @Column(name = "drawerHeight"))
    @AttributeOverride(name = "colour.name", column = @Column(name = "drawerColour"))
    Size drawer;

    Stamp stamp;

    @Column(updatable = false)
    String maker;

    @Column(insertable = false)
    String note;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "besideId")
    Desk beside;

    @Column(name = "besideId", insertable = false, updatable = false)
    Long besideId;

    Desk() {}

    Desk(long id, Size top) {
        this.id = id;
        this.top = top;
    }

    String text() {
        return top + ", " + drawer + ", " + stamp + ", " + (beside == null ? null : beside.id);
    }
}
