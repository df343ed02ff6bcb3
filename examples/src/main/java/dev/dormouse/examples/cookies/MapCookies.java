package dev.dormouse.examples.cookies;

import dev.dormouse.lmdb.LmdbDatabase;
import dev.dormouse.lmdb.LmdbTransaction;
import dev.dormouse.lmdb.TypedMap;
import dev.dormouse.lmdb.key.KeyTypes;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.lmdb.schema.MapIndex;
import dev.dormouse.lmdb.value.ValueTypes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The cookies as a typed map with four indexes. */
final class MapCookies implements CookieStore {

    static final MapIndex<UUID, Cookie, String> BY_VALUE = MapIndex.<UUID, Cookie, String>of(
                    "by_value", KeyTypes.string(), cookie -> cookie.value)
            .unique();

    static final MapIndex<UUID, Cookie, String> BY_AUTHID = MapIndex.<UUID, Cookie, String>of(
                    "by_authid", KeyTypes.string(), cookie -> cookie.authid)
            .nullable();

    static final MapIndex<UUID, Cookie, Instant> BY_MODIFIED =
            MapIndex.of("by_modified", KeyTypes.instant(), cookie -> cookie.modified);

    static final MapIndex<UUID, Cookie, Instant> BY_EXPIRY =
            MapIndex.of("by_expiry", KeyTypes.instant(), cookie -> cookie.expires);

    static final MapDescriptor<UUID, Cookie> COOKIES = MapDescriptor.of(
                    "cookies",
                    "1c2fb7a0-4a7a-4d5e-8b0c-1d2f3a4b5c01",
                    KeyTypes.uuid(),
                    ValueTypes.flatBuffers(Cookie.class))
            .with(BY_VALUE)
            .with(BY_AUTHID)
            .with(BY_MODIFIED)
            .with(BY_EXPIRY);

    private final LmdbDatabase database;

    MapCookies(LmdbDatabase database) {
        this.database = database.open(COOKIES);
    }

    @Override
    public void create(Cookie cookie) {
        database.write(tx -> tx.map(COOKIES).put(cookie.oid, cookie));
    }

    @Override
    public Optional<Cookie> find(UUID oid) {
        return database.read(tx -> Optional.ofNullable(tx.map(COOKIES).get(oid)));
    }

    @Override
    public boolean exists(String value) {
        return database.read(tx -> tx.map(COOKIES).by(BY_VALUE).containsKey(value));
    }

    @Override
    public Optional<Cookie> authentication(String value) {
        return database.read(
                tx -> Optional.ofNullable(tx.map(COOKIES).by(BY_VALUE).get(value)));
    }

    @Override
    public boolean authenticate(String value, @Nullable String authid, @Nullable String authrole, Instant now) {
        return database.writeAndGet(tx -> {
            TypedMap<UUID, Cookie> cookies = tx.map(COOKIES);
            Cookie cookie = cookies.by(BY_VALUE).get(value);
            if (cookie == null) {
                throw new IllegalArgumentException("no cookie has the value " + value);
            }
            boolean changed = cookie.authenticate(authid, authrole, now);
            if (changed) {
                cookies.put(cookie.oid, cookie);
            }
            return changed;
        });
    }

    @Override
    public List<String> of(String authid) {
        return database.read(tx -> {
            try (Stream<Cookie> found =
                    tx.map(COOKIES).by(BY_AUTHID).select().at(authid).values()) {
                return found.map(Cookie::getValue).sorted().toList();
            }
        });
    }

    @Override
    public List<String> modified(Instant from, Instant until) {
        return database.read(tx -> {
            try (Stream<Cookie> found = tx.map(COOKIES)
                    .by(BY_MODIFIED)
                    .select()
                    .from(from)
                    .to(until)
                    .values()) {
                return found.map(Cookie::getValue).toList();
            }
        });
    }

    @Override
    public int purge(Instant now) {
        return database.writeAndGet(tx -> {
            List<UUID> expired = expired(tx, now);
            expired.forEach(oid -> tx.map(COOKIES).remove(oid));
            return expired.size();
        });
    }

    /** Until a nanosecond later, since an upper bound is left out. */
    private static List<UUID> expired(LmdbTransaction tx, Instant now) {
        try (Stream<UUID> found =
                tx.map(COOKIES).by(BY_EXPIRY).select().to(now.plusNanos(1)).keys()) {
            return found.toList();
        }
    }

    @Override
    public long count() {
        return database.read(tx -> tx.map(COOKIES).count());
    }
}
