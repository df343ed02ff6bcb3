package dev.dormouse.spec.ch04;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;

/** The one side of a bidirectional relationship. */
@Entity
public class Department {
    @Id
    int id;

    String name;

    @Column(precision = 12, scale = 2)
    BigDecimal budget;

    @OneToMany(mappedBy = "department")
    Set<Employee> employees = new HashSet<>();

    public int getId() {
        return id;
    }

    @Override
    public String toString() {
        return "Department#" + getId();
    }
}
