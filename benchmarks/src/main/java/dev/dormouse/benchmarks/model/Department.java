package dev.dormouse.benchmarks.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** Has forty employees. */
@Entity
@Table(name = "department")
public class Department {

    @Id
    private long id;

    @Column(unique = true)
    private String name = "";

    @OneToMany(mappedBy = "department")
    private List<Employee> employees = new ArrayList<>();

    protected Department() {}

    /** Department {@code id}, without employees. */
    public Department(long id) {
        this.id = id;
        name = "department" + id;
    }

    public long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public List<Employee> getEmployees() {
        return employees;
    }
}
