package dev.dormouse.benchmarks.model;

import dev.dormouse.benchmarks.Rows;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Belongs to a department and works in two projects. */
@Entity
@Table(name = "employee", indexes = @Index(name = "employee_hired", columnList = "department, hired desc, id"))
public class Employee {

    @Id
    private long id;

    private String name = "";
    private LocalDate hired = LocalDate.EPOCH;
    private int salary;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "department")
    private Department department;

    @ManyToMany
    @JoinTable(
            name = "employee_project",
            joinColumns = @JoinColumn(name = "employee"),
            inverseJoinColumns = @JoinColumn(name = "project"),
            indexes = @Index(name = "employee_project_back", columnList = "project"))
    private Set<Project> projects = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected Employee() {}

    /** Employee {@code id} as {@link Rows} says, in a department. */
    public Employee(long id, Department department) {
        this.id = id;
        name = "employee" + id;
        hired = Rows.hired(id);
        salary = Rows.salary(id);
        this.department = department;
    }

    public long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public LocalDate getHired() {
        return hired;
    }

    public int getSalary() {
        return salary;
    }

    public Department getDepartment() {
        return department;
    }

    public Set<Project> getProjects() {
        return projects;
    }
}
