package dev.dormouse.spec.ch04;

import jakarta.persistence.Entity;

/** Another subclass with an attribute of its own. */
@Entity
public class DesignProject extends Project {
    String tool;

    protected DesignProject() {}

    DesignProject(String tool) {
        this.tool = tool;
    }
}
