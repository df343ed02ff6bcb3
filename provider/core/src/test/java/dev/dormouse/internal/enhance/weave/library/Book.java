package dev.dormouse.internal.enhance.weave.library;

import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import java.util.Date;
import java.util.Objects;

@Entity
class Book extends Item {

    private static final long serialVersionUID = 1L;

    String title;
    double price;
    long pages;
    Date printed;
    byte[] cover;

    @Basic(fetch = FetchType.LAZY)
    String blurb;

    Signature signature;

    @ManyToOne(fetch = FetchType.LAZY)
    Publisher publisher;

    @ManyToOne(fetch = FetchType.LAZY)
    Book sequelOf;

    @OneToOne(mappedBy = "book", fetch = FetchType.LAZY)
    Loan loan;

    Book() {}

    Book(long id, String title) {
        this.id = id;
        this.title = title;
    }

    /** Copies another one: reads fields of another instance in a constructor. */
    Book(long id, Book other) {
        this(id, other.title);
        this.publisher = other.publisher;
    }

    void reprint(long more, double price) {
        this.pages += more;
        this.price = price;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Book book && Objects.equals(title, book.title);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(title);
    }
}
