package dev.dormouse.examples.router;

import dev.dormouse.examples.cookies.Cookie;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The program behind {@code examples/run router [URL]}. */
public final class RouterExample {

    private final EntityManagerFactory factory;
    private final PrintStream out;

    RouterExample(EntityManagerFactory factory, PrintStream out) {
        this.factory = factory;
        this.out = out;
    }

    /**
     * Fills the tables, logs in, asks and deletes.
     *
     * @param arguments the URL of the data; {@code memory:router} if there is none
     */
    public static void main(String[] arguments) {
        try (EntityManagerFactory factory = RouterUnit.open(arguments.length > 0 ? arguments[0] : "memory:router")) {
            new RouterExample(factory, System.out).run();
        }
    }

    void run() {
        factory.runInTransaction(manager -> new Population(manager).fill());
        factory.runInTransaction(
                manager -> manager.persist(new Cookie(new UUID(1, 1), "crumbs", Population.START, 60)));
        out.println(RouterUnit.MANAGEMENT.size() - 2 + " tables of the management, " + RouterUnit.SESSIONS.size()
                + " of sessions and cookies, in one unit");
        try (EntityManager manager = factory.createEntityManager()) {
            logIn(manager, "user1", "com.example.user");
            logIn(manager, "user1", "com.example.guest.x");
            logIn(manager, "user1", "net.elsewhere");
            logIn(manager, "nobody", "com.example");
            principals(manager);
            events(manager);
            metering(manager);
            services(manager);
        }
        leave();
        deleteRoles();
        out.println("cookies purged: "
                + factory.<Integer>callInTransaction(
                        manager -> manager.createQuery("delete from Cookie c where c.expires <= :now")
                                .setParameter("now", Population.START.plusSeconds(61))
                                .executeUpdate()));
    }

    /** Credential, principal, role, and the permissions whose pattern matches, the most exact first. */
    private void logIn(EntityManager manager, String authid, String uri) {
        List<RealmDomain.Principal> found = manager.createQuery(
                        "select p from Credential c join c.principal p join fetch p.role"
                                + " where c.authmethod = 'ticket' and c.realm = 'realm1' and c.authid = :authid",
                        RealmDomain.Principal.class)
                .setParameter("authid", authid)
                .getResultList();
        if (found.isEmpty() || found.get(0).role == null) {
            out.println(authid + " is not known");
            return;
        }
        RealmDomain.Role role = found.get(0).role;
        List<String> uris = manager.createQuery(
                        "select p.uri from Permission p where p.role = :role and p.allowCall = true"
                                + " and (p.matching = dev.dormouse.examples.router.RealmDomain$Match.EXACT and p.uri = :uri"
                                + " or p.matching = dev.dormouse.examples.router.RealmDomain$Match.PREFIX"
                                + " and (:uri = p.uri or :uri like concat(p.uri, '.%')))"
                                + " order by length(p.uri) desc",
                        String.class)
                .setParameter("role", role)
                .setParameter("uri", uri)
                .getResultList();
        out.println(authid + " is " + role.name + " and may call " + uri + " by " + uris);
    }

    private void principals(EntityManager manager) {
        out.println("principals of realm1: "
                + manager.createQuery(
                                "select p.authid from Principal p where p.realm.name = 'realm1' order by p.authid",
                                String.class)
                        .getResultList());
        out.println("realms of the role user: "
                + manager.createQuery("select r.realm.name from RealmRole r where r.role.name = 'user'", String.class)
                        .getResultList());
    }

    private void events(EntityManager manager) {
        List<Long> last = manager.createQuery(
                        "select e.publication.publication from Event e where e.id.subscription = 900"
                                + " order by e.id.moment desc, e.id.sequence desc",
                        Long.class)
                .setMaxResults(3)
                .getResultList();
        out.println("last events of subscription 900, newest first: " + last);
        Instant from = Population.START.plusNanos(10);
        out.println("events of it in two nanoseconds: "
                + manager.createQuery(
                                "select count(e) from Event e where e.id.subscription = 900"
                                        + " and e.id.moment >= :from and e.id.moment < :until",
                                Long.class)
                        .setParameter("from", from)
                        .setParameter("until", from.plusNanos(2))
                        .getSingleResult());
    }

    private void metering(EntityManager manager) {
        for (Object[] row : manager.createQuery(
                        "select n.authid, sum(l.networkSent), count(l) from Node n, MNodeLog l"
                                + " where l.id.nodeOid = n.oid and l.id.moment >= :from and l.id.moment < :until"
                                + " group by n.authid order by n.authid",
                        Object[].class)
                .setParameter("from", Population.START.plusSeconds(3600))
                .setParameter("until", Population.START.plusSeconds(4 * 3600))
                .getResultList()) {
            out.printf(Locale.ROOT, "%s sent %d bytes in %d records%n", row);
        }
        out.println("calls of the day: "
                + manager.createQuery("select sum(u.calls) from UsageRecord u", Long.class)
                        .getSingleResult());
    }

    private void services(EntityManager manager) {
        out.println("services of web1: "
                + manager
                        .createQuery(
                                "select s from WebService s where s.webcluster.name = 'web1' order by s.path",
                                ClusterDomain.WebService.class)
                        .getResultList()
                        .stream()
                        .map(service -> service.path + " " + service.getClass().getSimpleName())
                        .toList());
    }

    /** The newest session with a number leaves; that it left is written. */
    private void leave() {
        factory.runInTransaction(manager -> manager.createQuery(
                                "select s from Session s where s.session = 77 order by s.joinedAt desc",
                                SessionDomain.Session.class)
                        .setMaxResults(1)
                        .getSingleResult()
                        .leftAt =
                Population.START.plusSeconds(100));
        try (EntityManager manager = factory.createEntityManager()) {
            out.println("sessions still here: "
                    + manager.createQuery("select count(s) from Session s where s.leftAt is null", Long.class)
                            .getSingleResult());
        }
    }

    private void deleteRoles() {
        for (String name : List.of("guest", "unused")) {
            try {
                factory.runInTransaction(manager -> manager.remove(role(manager, name)));
                out.println("role " + name + " is deleted with its permissions");
            } catch (PersistenceException e) {
                out.println("role " + name + " is held by principals and stays");
            }
        }
        try (EntityManager manager = factory.createEntityManager()) {
            out.println(count(manager, "Role") + " roles, " + count(manager, "Permission") + " permissions, "
                    + count(manager, "RealmRole") + " roles in realms, " + count(manager, "Principal") + " principals");
        }
    }

    private static RealmDomain.Role role(EntityManager manager, String name) {
        return manager.createQuery("select r from Role r where r.name = :name", RealmDomain.Role.class)
                .setParameter("name", name)
                .getSingleResult();
    }

    private static Long count(EntityManager manager, String entity) {
        return manager.createQuery("select count(e) from " + entity + " e", Long.class)
                .getSingleResult();
    }
}
