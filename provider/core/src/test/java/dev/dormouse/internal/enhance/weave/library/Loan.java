package dev.dormouse.internal.enhance.weave.library;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import java.io.Serializable;

@Entity
class Loan implements Serializable {

    private static final long serialVersionUID = 1L;

    @Id
    long id;

    @OneToOne(fetch = FetchType.LAZY)
    Book book;

    String reader;

    Loan() {}

    Loan(long id, Book book, String reader) {
        this.id = id;
        this.book = book;
        this.reader = reader;
    }

    String reader() {
        return reader;
    }
}
