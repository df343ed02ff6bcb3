package dev.dormouse.internal.enhance.weave.library;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.io.Serializable;

/** Persistent by its getters; it declares no {@code serialVersionUID}. */
@MappedSuperclass
@SuppressWarnings("serial") // what the default one is, is asked
abstract class Periodical implements Serializable {

    static int made;

    protected String place;
    private long id;
    private int version;

    Periodical() {
        made++;
    }

    @Id
    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    @Version
    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public String getPlace() {
        return place;
    }

    public void setPlace(String place) {
        this.place = place;
    }
}
