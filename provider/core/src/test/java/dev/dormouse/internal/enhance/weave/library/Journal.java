package dev.dormouse.internal.enhance.weave.library;

import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.Comparator;
import java.util.Locale;

/** Persistent by its getters: some return a field and nothing else, others do more. */
@Entity
@SuppressWarnings("serial") // what the default one is, is asked
class Journal extends Periodical implements Comparable<Journal> {

    private static final Comparator<Journal> BY_TITLE = Comparator.comparing(Journal::getTitle);

    private String heading;
    private double price;
    private String motto;
    private String language;
    private Publisher house;
    private Journal successor;

    Journal() {}

    Journal(long id, String title) {
        setId(id);
        heading = title;
    }

    /** The field has another name. */
    public String getTitle() {
        return heading;
    }

    public void setTitle(String title) {
        this.heading = title;
    }

    public double getPrice() {
        return price;
    }

    public void setPrice(double price) {
        this.price = price;
    }

    @Basic(fetch = FetchType.LAZY)
    public String getMotto() {
        return motto;
    }

    public void setMotto(String motto) {
        this.motto = motto;
    }

    /** The setter does more than to assign. */
    @Basic(fetch = FetchType.LAZY)
    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language == null ? null : language.toUpperCase(Locale.ROOT);
    }

    @ManyToOne(fetch = FetchType.LAZY)
    public Publisher getPublisher() {
        return house;
    }

    public void setPublisher(Publisher publisher) {
        this.house = publisher;
    }

    @ManyToOne(fetch = FetchType.LAZY)
    public Journal getSuccessor() {
        return successor;
    }

    public void setSuccessor(Journal successor) {
        this.successor = successor;
    }

    /** Reaches its fields beside the getters. */
    String headline() {
        return heading + " (" + house.name() + ", " + motto + ")";
    }

    void rename(String title, String place) {
        heading = title;
        this.place = place;
    }

    @Override
    public int compareTo(Journal other) {
        return BY_TITLE.compare(this, other);
    }
}
