package dev.dormouse.examples.cookies;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The cookies as entities. */
final class EntityCookies implements CookieStore {

    private final EntityManagerFactory factory;

    EntityCookies(EntityManagerFactory factory) {
        this.factory = factory;
    }

    @Override
    public void create(Cookie cookie) {
        factory.runInTransaction(manager -> manager.persist(cookie));
    }

    @Override
    public Optional<Cookie> find(UUID oid) {
        return factory.callInTransaction(manager -> Optional.ofNullable(manager.find(Cookie.class, oid)));
    }

    private static TypedQuery<Cookie> byValue(EntityManager manager, String value) {
        return manager.createQuery("select c from Cookie c where c.value = :value", Cookie.class)
                .setParameter("value", value);
    }

    @Override
    public boolean exists(String value) {
        return authentication(value).isPresent();
    }

    @Override
    public Optional<Cookie> authentication(String value) {
        return factory.callInTransaction(
                manager -> byValue(manager, value).getResultList().stream().findFirst());
    }

    @Override
    public boolean authenticate(String value, @Nullable String authid, @Nullable String authrole, Instant now) {
        return factory.callInTransaction(
                manager -> byValue(manager, value).getSingleResult().authenticate(authid, authrole, now));
    }

    @Override
    public List<String> of(String authid) {
        return factory.callInTransaction(manager -> manager.createQuery(
                        "select c.value from Cookie c where c.authid = :authid order by c.value", String.class)
                .setParameter("authid", authid)
                .getResultList());
    }

    @Override
    public List<String> modified(Instant from, Instant until) {
        return factory.callInTransaction(manager -> manager.createQuery(
                        "select c.value from Cookie c where c.modified >= :from and c.modified < :until"
                                + " order by c.modified, c.oid",
                        String.class)
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultList());
    }

    @Override
    public int purge(Instant now) {
        return factory.callInTransaction(manager -> manager.createQuery("delete from Cookie c where c.expires <= :now")
                .setParameter("now", now)
                .executeUpdate());
    }

    @Override
    public long count() {
        return factory.callInTransaction(manager ->
                manager.createQuery("select count(c) from Cookie c", Long.class).getSingleResult());
    }
}
