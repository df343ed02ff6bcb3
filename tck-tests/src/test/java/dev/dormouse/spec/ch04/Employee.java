package dev.dormouse.spec.ch04;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An attribute of every kind. */
@Entity
public class Employee {
    @Id
    long id;

    String name;

    @Column(precision = 12, scale = 2)
    BigDecimal salary;

    int grade;
    Double bonus;
    boolean active = true;

    @Enumerated(EnumType.STRING)
    Contract contract;

    LocalDate hired;
    LocalDateTime lastSeen;
    LocalTime starts;
    Address address;

    @ManyToOne(fetch = FetchType.LAZY)
    Department department;

    @ManyToOne(fetch = FetchType.LAZY)
    Employee manager;

    @OneToMany(mappedBy = "manager")
    Set<Employee> reports = new HashSet<>();

    @ManyToMany
    Set<Project> projects = new HashSet<>();

    @OneToOne(mappedBy = "owner")
    Badge badge;

    @ElementCollection
    Set<String> skills = new HashSet<>();

    @ElementCollection
    @OrderColumn
    List<String> nicknames = new ArrayList<>();

    @ElementCollection
    Map<String, Phone> phones = new HashMap<>();

    @Version
    int version;

    public long getId() {
        return id;
    }

    @Override
    public String toString() {
        return "Employee#" + getId();
    }
}
