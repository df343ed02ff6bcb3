package dev.dormouse.spec.ch04;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.HashSet;
import java.util.Set;

/** The root of a hierarchy. */
@Entity
public class Project {
    @Id
    int id;

    String name;

    @ManyToMany(mappedBy = "projects")
    Set<Employee> members = new HashSet<>();

    public int getId() {
        return id;
    }

    @Override
    public String toString() {
        return "Project#" + getId();
    }
}
