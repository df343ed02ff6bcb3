package dev.dormouse.internal.enhance.weave.library;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Persistent by its getters, with an embeddable that does not say how it is. */
@Entity
class Workshop {

    private long id;
    private Tools tools;

    Workshop() {}

    Workshop(long id, Tools tools) {
        this.id = id;
        this.tools = tools;
    }

    @Id
    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    @Embedded
    public Tools getTools() {
        return tools;
    }

    public void setTools(Tools tools) {
        this.tools = tools;
    }
}
