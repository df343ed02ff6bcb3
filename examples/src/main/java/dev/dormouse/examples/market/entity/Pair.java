package dev.dormouse.examples.market.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What is traded for what. */
@Entity
public class Pair {

    @Id
    private String name = "";

    private String base = "";
    private String quote = "";

    /** For the provider. */
    protected Pair() {}

    Pair(String base, String quote) {
        this.name = base + "/" + quote;
        this.base = base;
        this.quote = quote;
    }

    String getName() {
        return name;
    }

    String getBase() {
        return base;
    }

    String getQuote() {
        return quote;
    }
}
