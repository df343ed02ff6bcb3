package dev.dormouse.internal.layout.document;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.time.DayOfWeek;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;

/** An entity whose attributes lie in fields of the record, and reach the instance in every way there is. */
@NullUnmarked
@SuppressWarnings({"NullAway", "UnusedVariable"})
final class ManyWays {

    private ManyWays() {}

    @Entity
    static class Whole extends Base<Long> {

        private final int fixed;
        private String text;

        @Basic(fetch = FetchType.LAZY)
        private String large;

        @Enumerated(EnumType.STRING)
        private Letter letter;

        @Enumerated(EnumType.STRING)
        private TimeUnit unit;

        private Answer answer;
        private Part part;
        private Pair pair;

        @Transient
        private long doubled;

        Whole() {
            fixed = Integer.parseInt("0");
        }

        Whole(long id) {
            super(id);
            fixed = 12;
            text = "\u00e9\ud83d\udc2d";
            large = "large";
            letter = Letter.Q;
            unit = TimeUnit.DAYS;
            answer = Answer.NO;
            part = new Part((short) -3, DayOfWeek.FRIDAY);
            pair = new Pair(4, "four");
            doubled = 14;
        }

        @Access(AccessType.PROPERTY)
        @Column(name = "half")
        long getHalf() {
            return doubled / 2;
        }

        void setHalf(long half) {
            doubled = half * 2;
        }
    }

    @MappedSuperclass
    abstract static class Base<T> {
        @Id
        private long id;

        private String inherited;
        protected double ratio;

        Base() {}

        Base(long id) {
            this.id = id;
            inherited = "in" + id;
            ratio = -0.5;
        }
    }

    /** More constants than are compared by their bytes. */
    enum Letter {
        A,
        B,
        C,
        D,
        E,
        F,
        G,
        H,
        I,
        J,
        K,
        L,
        M,
        N,
        O,
        P,
        Q,
        R
    }

    enum Answer {
        YES("y"),
        NO("n") {
            @Override
            boolean isYes() {
                return false;
            }
        };

        @EnumeratedValue
        private final String code;

        Answer(String code) {
            this.code = code;
        }

        boolean isYes() {
            return true;
        }
    }

    @Embeddable
    static class Part {
        private short number;

        @Enumerated(EnumType.STRING)
        private DayOfWeek day;

        Part() {}

        Part(short number, DayOfWeek day) {
            this.number = number;
            this.day = day;
        }
    }

    @Embeddable
    record Pair(int first, String second) {}
}
