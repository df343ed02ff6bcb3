package dev.dormouse.examples.router;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Fills the tables: one owner, one cluster of two nodes, a realm with two roles, its principals, their sessions and events. */
final class Population {

    static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    static final int EVENTS = 200;

    private final EntityManager manager;
    private long numbers;

    Population(EntityManager manager) {
        this.manager = manager;
    }

    private UUID next() {
        return new UUID(0xD0, ++numbers);
    }

    void fill() {
        GlobalDomain.User owner = new GlobalDomain.User();
        owner.oid = next();
        owner.label = "Alice";
        owner.email = "alice@example.org";
        owner.pubkey = "a1".repeat(32);
        owner.tags.add("founder");
        manager.persist(owner);
        GlobalDomain.ManagementRealm mrealm = new GlobalDomain.ManagementRealm();
        mrealm.oid = next();
        mrealm.name = "wonderland";
        mrealm.owner = owner;
        manager.persist(mrealm);
        GlobalDomain.UserMrealmRole rights = new GlobalDomain.UserMrealmRole();
        rights.user = owner;
        rights.realm = mrealm;
        rights.roles.addAll(List.of("owner", "admin"));
        manager.persist(rights);
        List<GlobalDomain.Node> nodes = List.of(node(owner, mrealm, "node1"), node(owner, mrealm, "node2"));
        RealmDomain.ApplicationRealm realm = realm(cluster(nodes));
        roles(realm);
        metering(mrealm, nodes);
        events(realm);
    }

    private GlobalDomain.Node node(GlobalDomain.User owner, GlobalDomain.ManagementRealm realm, String authid) {
        GlobalDomain.Node node = new GlobalDomain.Node();
        node.oid = next();
        node.owner = owner;
        node.realm = realm;
        node.authid = authid;
        node.pubkey = authid.repeat(8);
        manager.persist(node);
        return node;
    }

    private ClusterDomain.RouterWorkerGroup cluster(List<GlobalDomain.Node> nodes) {
        ClusterDomain.RouterCluster cluster = new ClusterDomain.RouterCluster();
        cluster.oid = next();
        cluster.name = "cluster1";
        manager.persist(cluster);
        ClusterDomain.RouterWorkerGroup group = new ClusterDomain.RouterWorkerGroup();
        group.oid = next();
        group.cluster = cluster;
        group.name = "group1";
        group.scale = 4;
        manager.persist(group);
        for (GlobalDomain.Node node : nodes) {
            ClusterDomain.ClusterNode member = new ClusterDomain.ClusterNode();
            member.cluster = cluster;
            member.node = node;
            member.hardlimit = 16;
            manager.persist(member);
            for (int i = 0; i < 2; i++) {
                ClusterDomain.Placement placement = new ClusterDomain.Placement();
                placement.oid = next();
                placement.workergroup = group;
                placement.cluster = cluster;
                placement.node = node;
                placement.workerName = "worker" + i;
                manager.persist(placement);
            }
        }
        web();
        return group;
    }

    private void web() {
        ClusterDomain.WebCluster cluster = new ClusterDomain.WebCluster();
        cluster.oid = next();
        cluster.name = "web1";
        manager.persist(cluster);
        ClusterDomain.Websocket socket = new ClusterDomain.Websocket();
        socket.oid = next();
        socket.webcluster = cluster;
        socket.path = "ws";
        socket.maxMessageSize = 1 << 20;
        manager.persist(socket);
        ClusterDomain.StaticFiles files = new ClusterDomain.StaticFiles();
        files.oid = next();
        files.webcluster = cluster;
        files.path = "/";
        files.directory = "/srv/www";
        manager.persist(files);
    }

    private RealmDomain.ApplicationRealm realm(ClusterDomain.RouterWorkerGroup group) {
        RealmDomain.ApplicationRealm realm = new RealmDomain.ApplicationRealm();
        realm.oid = next();
        realm.name = "realm1";
        realm.status = RealmDomain.RealmStatus.RUNNING;
        realm.workergroup = group;
        manager.persist(realm);
        return realm;
    }

    private void roles(RealmDomain.ApplicationRealm realm) {
        for (String name : List.of("guest", "user", "unused")) {
            RealmDomain.Role role = new RealmDomain.Role();
            role.oid = next();
            role.name = name;
            permit(role, "com.example", RealmDomain.Match.PREFIX);
            permit(role, "com.example." + name, RealmDomain.Match.EXACT);
            permit(role, "org.other", RealmDomain.Match.PREFIX);
            RealmDomain.RealmRole place = new RealmDomain.RealmRole();
            place.realm = realm;
            place.role = role;
            role.realms.add(place);
            manager.persist(role);
            for (int i = 0; i < 3 && !name.equals("unused"); i++) {
                principal(realm, role, name + i);
            }
        }
    }

    private void permit(RealmDomain.Role role, String uri, RealmDomain.Match match) {
        RealmDomain.Permission permission = new RealmDomain.Permission();
        permission.oid = next();
        permission.role = role;
        permission.uri = uri;
        permission.matching = match;
        permission.allowCall = true;
        role.permissions.add(permission);
    }

    private void principal(RealmDomain.ApplicationRealm realm, RealmDomain.Role role, String authid) {
        RealmDomain.Principal principal = new RealmDomain.Principal();
        principal.oid = next();
        principal.realm = realm;
        principal.role = role;
        principal.authid = authid;
        manager.persist(principal);
        RealmDomain.Credential credential = new RealmDomain.Credential();
        credential.oid = next();
        credential.created = START;
        credential.authmethod = "ticket";
        credential.realm = realm.name;
        credential.authid = authid;
        credential.secret = "secret of " + authid;
        credential.principal = principal;
        manager.persist(credential);
    }

    private void metering(GlobalDomain.ManagementRealm realm, List<GlobalDomain.Node> nodes) {
        for (int hour = 0; hour < 24; hour++) {
            Instant moment = START.plusSeconds(3600L * hour);
            GlobalDomain.UsageRecord usage = new GlobalDomain.UsageRecord();
            usage.id = new GlobalDomain.UsageKey(moment, realm.oid);
            usage.calls = 100L + hour;
            usage.sessions = 2;
            manager.persist(usage);
            for (GlobalDomain.Node node : nodes) {
                LogDomain.MNodeLog log = new LogDomain.MNodeLog();
                log.id = new LogDomain.NodeMoment(moment, node.oid);
                log.networkSent = 1000L * hour;
                log.routers = 2;
                manager.persist(log);
                LogDomain.MWorkerLog worker = new LogDomain.MWorkerLog();
                worker.id = new LogDomain.WorkerMoment(moment, node.oid, "worker0");
                worker.callsSent = hour;
                manager.persist(worker);
            }
        }
    }

    /** Two events each of one nanosecond, of two subscriptions in turn; a session number that is used again. */
    private void events(RealmDomain.ApplicationRealm realm) {
        for (int i = 0; i < 3; i++) {
            SessionDomain.Session session = new SessionDomain.Session();
            session.oid = next();
            session.arealmOid = realm.oid;
            session.realm = realm.name;
            session.session = 77;
            session.authid = "user0";
            session.joinedAt = START.plusSeconds(i);
            session.authextra.put("attempt", String.valueOf(i));
            manager.persist(session);
        }
        for (int i = 0; i < EVENTS; i++) {
            SessionDomain.Publication publication = new SessionDomain.Publication();
            publication.publication = 5000L + i;
            publication.moment = START.plusNanos(i / 4);
            publication.topic = "com.example.topic" + i % 2;
            manager.persist(publication);
            SessionDomain.Event event = new SessionDomain.Event();
            event.id = new SessionDomain.EventKey(900 + i % 2, publication.moment, i);
            event.publication = publication;
            event.receiver = 77;
            manager.persist(event);
        }
    }
}
