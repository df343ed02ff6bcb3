package dev.dormouse.examples.hr;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One employee. Field access. */
@Entity
@Table(indexes = @Index(name = "employee_salary", columnList = "salary"))
public class Employee {

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    @Nullable
    UUID id;

    @Version
    int version;

    @Column(nullable = false)
    String name = "";

    @Column(unique = true, nullable = false)
    String email = "";

    BigDecimal salary = BigDecimal.ZERO;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "department")
    @Nullable
    Department department;

    @ManyToMany(mappedBy = "members")
    Set<Project> projects = new HashSet<>();

    /** For the provider. */
    protected Employee() {}

    /** Makes an employee of a department. */
    public Employee(String name, String email, BigDecimal salary, Department department) {
        this.name = name;
        this.email = email;
        this.salary = salary;
        this.department = department;
        department.getEmployees().add(this);
    }

    public @Nullable UUID getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public Set<Project> getProjects() {
        return projects;
    }

    /** Moves the employee to another department. */
    public void moveTo(Department other) {
        if (department != null) {
            department.getEmployees().remove(this);
        }
        department = other;
        other.getEmployees().add(this);
    }
}
