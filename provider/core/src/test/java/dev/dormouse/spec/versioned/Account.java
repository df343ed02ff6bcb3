package dev.dormouse.spec.versioned;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A versioned entity with a primitive version. */
@Entity
public class Account {

    @Id
    public int number;

    @Version
    public long version;

    public int balance;

    @ManyToMany
    public List<Account> friends = new ArrayList<>();

    @OneToMany(mappedBy = "account", cascade = CascadeType.ALL)
    public List<Booking> bookings = new ArrayList<>();

    public Account() {}

    public Account(int number, int balance) {
        this.number = number;
        this.balance = balance;
    }

    @Nullable
    Booking first() {
        return bookings.isEmpty() ? null : bookings.get(0);
    }
}
