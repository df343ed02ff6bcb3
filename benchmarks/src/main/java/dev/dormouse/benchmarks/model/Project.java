package dev.dormouse.benchmarks.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.Set;

/** Many employees work in it. */
@Entity
@Table(name = "project")
public class Project {

    @Id
    private long id;

    @Column(unique = true)
    private String name = "";

    @ManyToMany(mappedBy = "projects")
    private Set<Employee> employees = new HashSet<>();

    protected Project() {}

    /** Project {@code id}, without employees. */
    public Project(long id) {
        this.id = id;
        name = "project" + id;
    }

    public long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public Set<Employee> getEmployees() {
        return employees;
    }
}
