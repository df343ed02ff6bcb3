package dev.dormouse.internal.query.company;

import dev.dormouse.annotation.IdArray;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people work on together. */
@Entity
@SuppressWarnings("NullAway.Init")
public class Project {
    @Id
    public int id;

    public String name;

    @ManyToOne
    public @Nullable Employee lead;

    @ManyToMany(mappedBy = "projects")
    public Set<Employee> members = new HashSet<>();

    @OneToMany
    @JoinTable(name = "WAITING")
    @OrderColumn
    public List<Employee> waiting = new ArrayList<>();

    @OneToMany
    @IdArray
    public List<Department> sponsors = new ArrayList<>();

    @OneToMany(mappedBy = "project")
    @MapKey(name = "label")
    public Map<String, Task> tasks = new HashMap<>();

    @ManyToMany
    @JoinTable(name = "CONTACT")
    public Map<Department, Employee> contacts = new HashMap<>();

    protected Project() {}

    public Project(int id, String name) {
        this.id = id;
        this.name = name;
    }

    @Override
    public String toString() {
        return name;
    }
}
