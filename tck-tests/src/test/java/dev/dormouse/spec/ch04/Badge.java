package dev.dormouse.spec.ch04;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;

/** The owning side of a one-to-one relationship. */
@Entity
public class Badge {
    @Id
    String code;

    @OneToOne
    Employee owner;

    public String getCode() {
        return code;
    }

    @Override
    public String toString() {
        return "Badge#" + getCode();
    }
}
