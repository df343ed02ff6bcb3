package dev.dormouse.spec.ch04;

import jakarta.persistence.Entity;

/** A subclass with an attribute of its own. */
@Entity
public class ResearchProject extends Project {
    String goal;

    protected ResearchProject() {}

    ResearchProject(String goal) {
        this.goal = goal;
    }
}
