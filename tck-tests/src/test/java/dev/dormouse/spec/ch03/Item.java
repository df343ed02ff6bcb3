package dev.dormouse.spec.ch03;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** A versioned entity with one attribute. */
@Entity
public class Item {
    @Id
    int id;

    String name;

    @Version
    int version;

    protected Item() {}

    Item(int id, String name) {
        this.id = id;
        this.name = name;
    }

    public int getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public int getVersion() {
        return version;
    }
}
