package dev.dormouse.examples.router;

import dev.dormouse.examples.cookies.Cookie;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.util.List;

/** All entities in one persistence unit. */
final class RouterUnit {

    /** The 22 record tables of the global schema and of the management realms; the last two subclasses share the table of their parent. */
    static final List<Class<?>> MANAGEMENT = List.of(
            GlobalDomain.Organization.class,
            GlobalDomain.User.class,
            GlobalDomain.ActivationToken.class,
            GlobalDomain.ManagementRealm.class,
            GlobalDomain.UserMrealmRole.class,
            GlobalDomain.Node.class,
            GlobalDomain.UsageRecord.class,
            RealmDomain.ApplicationRealm.class,
            RealmDomain.Role.class,
            RealmDomain.Permission.class,
            RealmDomain.RealmRole.class,
            RealmDomain.Principal.class,
            RealmDomain.Credential.class,
            ClusterDomain.RouterCluster.class,
            ClusterDomain.ClusterNode.class,
            ClusterDomain.RouterWorkerGroup.class,
            ClusterDomain.Placement.class,
            ClusterDomain.WebCluster.class,
            ClusterDomain.WebClusterNode.class,
            ClusterDomain.WebService.class,
            LogDomain.MNodeLog.class,
            LogDomain.MWorkerLog.class,
            ClusterDomain.StaticFiles.class,
            ClusterDomain.Websocket.class);

    /** The three record tables of the realm store, and the cookies. */
    static final List<Class<?>> SESSIONS = List.of(
            SessionDomain.Session.class, SessionDomain.Publication.class, SessionDomain.Event.class, Cookie.class);

    private static final List<Class<?>> PARTS = List.of(
            GlobalDomain.UserRealm.class,
            GlobalDomain.UsageKey.class,
            RealmDomain.RealmRoleKey.class,
            ClusterDomain.Membership.class,
            LogDomain.NodeMoment.class,
            LogDomain.WorkerMoment.class,
            SessionDomain.EventKey.class);

    private RouterUnit() {}

    static EntityManagerFactory open(String url) {
        PersistenceConfiguration unit = new PersistenceConfiguration("router")
                .provider("dev.dormouse.DormousePersistenceProvider")
                .property("jakarta.persistence.jdbc.url", url)
                .property("jakarta.persistence.schema-generation.database.action", "drop-and-create");
        MANAGEMENT.forEach(unit::managedClass);
        SESSIONS.forEach(unit::managedClass);
        PARTS.forEach(unit::managedClass);
        return unit.createEntityManagerFactory();
    }
}
