package dev.dormouse.examples.cookies;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a router asks of its cookies. */
interface CookieStore {

    /** Keeps a new cookie; refused with an exception if its value is taken. */
    void create(Cookie cookie);

    Optional<Cookie> find(UUID oid);

    boolean exists(String value);

    /** Returns the cookie with a value. */
    Optional<Cookie> authentication(String value);

    /** Authenticates somebody by a cookie, or nobody any more; writes and tells so only if that changes anything. */
    boolean authenticate(String value, @Nullable String authid, @Nullable String authrole, Instant now);

    /** Returns the values of the cookies of somebody, sorted. */
    List<String> of(String authid);

    /** Returns the values of the cookies that changed from a moment, inclusive, until another, exclusive, in the order of time. */
    List<String> modified(Instant from, Instant until);

    /** Removes all cookies that are too old, and tells how many. */
    int purge(Instant now);

    long count();
}
