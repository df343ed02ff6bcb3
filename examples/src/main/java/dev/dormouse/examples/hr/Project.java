package dev.dormouse.examples.hr;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A project and who works on it. Field access. */
@Entity
public class Project {

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    @Nullable
    UUID id;

    @Column(unique = true, nullable = false)
    String name = "";

    @ManyToMany
    @JoinTable(
            name = "assignment",
            joinColumns = @JoinColumn(name = "project"),
            inverseJoinColumns = @JoinColumn(name = "employee"))
    Set<Employee> members = new HashSet<>();

    /** For the provider. */
    protected Project() {}

    /** Makes a project without members. */
    public Project(String name) {
        this.name = name;
    }

    public String getName() {
        return name;
    }

    /** Lets an employee work on this project. */
    public void assign(Employee employee) {
        members.add(employee);
        employee.getProjects().add(this);
    }

    public Set<Employee> getMembers() {
        return members;
    }
}
