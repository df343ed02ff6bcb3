package dev.dormouse.benchmarks.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Changes under a version. */
@Entity
@Table(name = "account")
public class Account {

    @Id
    private long id;

    @Version
    private int version;

    private long balance;

    protected Account() {}

    /** An empty account. */
    public Account(long id) {
        this.id = id;
    }

    public long getId() {
        return id;
    }

    public int getVersion() {
        return version;
    }

    public long getBalance() {
        return balance;
    }

    public void setBalance(long balance) {
        this.balance = balance;
    }
}
