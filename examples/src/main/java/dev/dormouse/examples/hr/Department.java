package dev.dormouse.examples.hr;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A department and its employees. Field access. */
@Entity
public class Department {

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    @Nullable
    UUID id;

    @Column(unique = true, nullable = false)
    String name = "";

    @OneToMany(mappedBy = "department")
    @OrderBy("name")
    List<Employee> employees = new ArrayList<>();

    /** For the provider. */
    protected Department() {}

    /** Makes a department without employees. */
    public Department(String name) {
        this.name = name;
    }

    public String getName() {
        return name;
    }

    public List<Employee> getEmployees() {
        return employees;
    }
}
