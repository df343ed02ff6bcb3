package dev.dormouse.benchmarks.raw;

import dev.dormouse.benchmarks.Rows;
import java.nio.ByteOrder;
import java.time.Instant;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/** A person with all of its sixteen columns, decoded: what the hand-written code makes of a record. Levels are kept as their name. */
record RawPerson(
        long id,
        String name,
        String email,
        String street,
        String city,
        String country,
        String postcode,
        String phone,
        int birthDay,
        long createdSecond,
        int createdNano,
        double rating,
        boolean active,
        int score,
        long visits,
        short floor,
        String level) {

    private static final int BIRTH = 0;
    private static final int CREATED_SECOND = 4;
    private static final int CREATED_NANO = 12;
    private static final int RATING = 16;
    private static final int ACTIVE = 24;
    private static final int SCORE = 25;
    private static final int VISITS = 29;
    private static final int FLOOR = 37;
    private static final int TEXTS = 39;
    private static final String[] LEVELS = {"JUNIOR", "SENIOR", "PRINCIPAL"};

    /** Person {@code id} as {@link Rows} says. */
    static RawPerson of(long id) {
        Instant created = Rows.created(id);
        return new RawPerson(
                id,
                Rows.name(id),
                Rows.email(id),
                "Street " + id,
                Rows.city(id),
                "Switzerland",
                Integer.toString((int) (1000 + id % 9000)),
                "+41 44 " + id,
                (int) Rows.birth(id).toEpochDay(),
                created.getEpochSecond(),
                created.getNano(),
                id / 7.0,
                id % 2 == 0,
                Rows.score(id),
                0,
                (short) (id % 100),
                LEVELS[(int) (id % 3)]);
    }

    /** Writes it without its id, which is the key; how many bytes it takes. */
    int encode(MutableDirectBuffer to) {
        to.putInt(BIRTH, birthDay);
        to.putLong(CREATED_SECOND, createdSecond);
        to.putInt(CREATED_NANO, createdNano);
        to.putDouble(RATING, rating);
        to.putByte(ACTIVE, (byte) (active ? 1 : 0));
        to.putInt(SCORE, score);
        to.putLong(VISITS, visits);
        to.putShort(FLOOR, floor);
        int at = TEXTS;
        at = text(to, at, name);
        at = text(to, at, email);
        at = text(to, at, street);
        at = text(to, at, city);
        at = text(to, at, country);
        at = text(to, at, postcode);
        at = text(to, at, phone);
        return text(to, at, level);
    }

    private static int text(MutableDirectBuffer to, int at, String text) {
        return at + to.putStringUtf8(at, text);
    }

    /** Reads all columns. */
    static RawPerson decode(long id, DirectBuffer from) {
        int name = TEXTS;
        int email = after(from, name);
        int street = after(from, email);
        int city = after(from, street);
        int country = after(from, city);
        int postcode = after(from, country);
        int phone = after(from, postcode);
        int level = after(from, phone);
        return new RawPerson(
                id,
                from.getStringUtf8(name),
                from.getStringUtf8(email),
                from.getStringUtf8(street),
                from.getStringUtf8(city),
                from.getStringUtf8(country),
                from.getStringUtf8(postcode),
                from.getStringUtf8(phone),
                from.getInt(BIRTH),
                from.getLong(CREATED_SECOND),
                from.getInt(CREATED_NANO),
                from.getDouble(RATING),
                from.getByte(ACTIVE) != 0,
                from.getInt(SCORE),
                from.getLong(VISITS),
                from.getShort(FLOOR),
                from.getStringUtf8(level));
    }

    private static int after(DirectBuffer from, int text) {
        return text + Integer.BYTES + from.getInt(text, ByteOrder.nativeOrder());
    }

    /** The score of an encoded person, nothing else of which is read. */
    static int score(DirectBuffer from) {
        return from.getInt(SCORE);
    }

    /** Gives an encoded person a score. */
    static void score(MutableDirectBuffer to, int score) {
        to.putInt(SCORE, score);
    }

    /** Adds one to the visits of an encoded person. */
    static void visit(MutableDirectBuffer to) {
        to.putLong(VISITS, to.getLong(VISITS) + 1);
    }

    long checksum() {
        return id + score + email.length();
    }
}
