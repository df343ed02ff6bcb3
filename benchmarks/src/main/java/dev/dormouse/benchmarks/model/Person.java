package dev.dormouse.benchmarks.model;

import dev.dormouse.benchmarks.Rows;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** The main entity: flat, sixteen columns, two indexes and a unique one. */
@Entity
@Table(
        name = "person",
        indexes = {
            @Index(name = "person_name", columnList = "name"),
            @Index(name = "person_birth", columnList = "birth")
        })
public class Person {

    @Id
    private long id;

    private String name = "";

    @Column(unique = true)
    private String email = "";

    private String street = "";
    private String city = "";
    private String country = "";
    private String postcode = "";
    private String phone = "";
    private LocalDate birth = LocalDate.EPOCH;
    private Instant created = Instant.EPOCH;
    private double rating;
    private boolean active;
    private int score;
    private long visits;
    private short floor;

    @Enumerated(EnumType.STRING)
    private Level level = Level.JUNIOR;

    protected Person() {}

    /** Person {@code id} as {@link Rows} says. */
    public Person(long id) {
        this.id = id;
        name = Rows.name(id);
        email = Rows.email(id);
        street = "Street " + id;
        city = Rows.city(id);
        country = "Switzerland";
        postcode = Integer.toString((int) (1000 + id % 9000));
        phone = "+41 44 " + id;
        birth = Rows.birth(id);
        created = Rows.created(id);
        rating = id / 7.0;
        active = id % 2 == 0;
        score = Rows.score(id);
        floor = (short) (id % 100);
        level = id % 3 == 0 ? Level.JUNIOR : id % 3 == 1 ? Level.SENIOR : Level.PRINCIPAL;
    }

    public long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public String getEmail() {
        return email;
    }

    public String getStreet() {
        return street;
    }

    public String getCity() {
        return city;
    }

    public String getCountry() {
        return country;
    }

    public String getPostcode() {
        return postcode;
    }

    public String getPhone() {
        return phone;
    }

    public LocalDate getBirth() {
        return birth;
    }

    public Instant getCreated() {
        return created;
    }

    public double getRating() {
        return rating;
    }

    public boolean isActive() {
        return active;
    }

    public int getScore() {
        return score;
    }

    public void setScore(int score) {
        this.score = score;
    }

    public long getVisits() {
        return visits;
    }

    public short getFloor() {
        return floor;
    }

    public Level getLevel() {
        return level;
    }
}
