package dev.dormouse.internal.query.company;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** A part of a project. */
@Entity
@SuppressWarnings("NullAway.Init")
public class Task {
    @Id
    @GeneratedValue
    public long id;

    public String label;
    public int hours;

    @ManyToOne
    public Project project;

    protected Task() {}

    public Task(Project project, String label, int hours) {
        this.project = project;
        this.label = label;
        this.hours = hours;
    }

    @Override
    public String toString() {
        return label;
    }
}
