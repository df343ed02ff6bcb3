package dev.dormouse.internal.query.company;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A department. */
@Entity
@SuppressWarnings("NullAway.Init")
public class Department {
    @Id
    public String code;

    public String name;
    public BigDecimal budget;

    @OneToMany(mappedBy = "department")
    @OrderBy("name")
    public List<Employee> employees = new ArrayList<>();

    protected Department() {}

    public Department(String code, String name, String budget) {
        this.code = code;
        this.name = name;
        this.budget = new BigDecimal(budget);
    }

    @Override
    public String toString() {
        return name;
    }
}
