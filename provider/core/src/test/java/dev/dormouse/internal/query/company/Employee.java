package dev.dormouse.internal.query.company;

import jakarta.persistence.Convert;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody who works here. */
@Entity
@Inheritance
@DiscriminatorValue("EMP")
@SuppressWarnings("NullAway.Init")
public class Employee {
    @Id
    public long id;

    @Version
    public int version;

    public String name;
    public int salary;
    public @Nullable Double bonus;
    public @Nullable Short rating;
    public LocalDate hired;

    @Enumerated(EnumType.STRING)
    public Status status = Status.ACTIVE;

    @Convert(converter = YesNo.class)
    public Boolean remote = false;

    public @Nullable Address address;

    @ManyToOne(fetch = FetchType.LAZY)
    public @Nullable Department department;

    @ManyToOne(fetch = FetchType.LAZY)
    public @Nullable Employee manager;

    @OneToOne(mappedBy = "owner", fetch = FetchType.LAZY)
    public @Nullable Badge badge;

    @ManyToMany
    public Set<Project> projects = new HashSet<>();

    @ElementCollection
    public List<String> phones = new ArrayList<>();

    @ElementCollection
    public Map<String, Integer> skills = new HashMap<>();

    @ElementCollection
    public List<Address> homes = new ArrayList<>();

    protected Employee() {}

    public Employee(long id, String name, int salary, String hired) {
        this.id = id;
        this.name = name;
        this.salary = salary;
        this.hired = LocalDate.parse(hired);
    }

    @Override
    public String toString() {
        return name;
    }
}
