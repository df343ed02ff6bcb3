package dev.dormouse.examples.router;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Application realms, roles and who has them. Field access. */
final class RealmDomain {

    private RealmDomain() {}

    /** What an application realm does. */
    enum RealmStatus {
        STOPPED,
        STARTING,
        RUNNING,
        PAUSED,
        STOPPING,
        ERROR,
        DEGRADED,
        UNKNOWN
    }

    /** Where applications meet. */
    @Entity
    @Table(indexes = {@Index(name = "realm_webcluster", columnList = "webcluster, name")})
    public static class ApplicationRealm {
        @Id
        UUID oid = new UUID(0, 0);

        @Column(unique = true)
        String name = "";

        @Enumerated(EnumType.STRING)
        RealmStatus status = RealmStatus.STOPPED;

        Instant changed = Instant.EPOCH;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "workergroup")
        ClusterDomain.@Nullable RouterWorkerGroup workergroup;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "webcluster")
        ClusterDomain.@Nullable WebCluster webcluster;
    }

    /** What principals are; its permissions and its places in realms go with it, principals hold it back. */
    @Entity
    public static class Role {
        @Id
        UUID oid = new UUID(0, 0);

        @Column(unique = true)
        String name = "";

        Instant created = Instant.EPOCH;

        @OneToMany(mappedBy = "role", cascade = CascadeType.ALL, orphanRemoval = true)
        @OrderBy("uri")
        List<Permission> permissions = new ArrayList<>();

        @OneToMany(mappedBy = "role", cascade = CascadeType.ALL, orphanRemoval = true)
        List<RealmRole> realms = new ArrayList<>();
    }

    /** How a pattern is compared with a URI. */
    enum Match {
        EXACT,
        PREFIX,
        WILDCARD
    }

    /** What a role may do with the URIs that match. */
    @Entity
    @Table(
            uniqueConstraints = {
                @UniqueConstraint(
                        name = "permission_uri",
                        columnNames = {"role", "uri"})
            })
    public static class Permission {
        @Id
        UUID oid = new UUID(0, 0);

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        @JoinColumn(name = "role")
        @Nullable
        Role role;

        String uri = "";

        @Enumerated(EnumType.STRING)
        Match matching = Match.EXACT;

        boolean allowCall;

        boolean allowRegister;

        boolean allowPublish;

        boolean allowSubscribe;

        boolean discloseCaller;

        boolean disclosePublisher;
    }

    /** A role in a realm. */
    @Embeddable
    public record RealmRoleKey(UUID realmOid, UUID roleOid) implements Serializable {}

    /** That a role is in a realm. */
    @Entity
    public static class RealmRole {
        @EmbeddedId
        RealmRoleKey id = new RealmRoleKey(new UUID(0, 0), new UUID(0, 0));

        @MapsId("realmOid")
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "realmOid")
        @Nullable
        ApplicationRealm realm;

        @MapsId("roleOid")
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "roleOid")
        @Nullable
        Role role;
    }

    /** Who is somebody in a realm. */
    @Entity
    @Table(
            uniqueConstraints = {
                @UniqueConstraint(
                        name = "principal_authid",
                        columnNames = {"realm", "authid"})
            })
    public static class Principal {
        @Id
        UUID oid = new UUID(0, 0);

        Instant modified = Instant.EPOCH;

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        @JoinColumn(name = "realm")
        @Nullable
        ApplicationRealm realm;

        String authid = "";

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        @JoinColumn(name = "role")
        @Nullable
        Role role;
    }

    /** By what a principal logs in. */
    @Entity
    @Table(
            uniqueConstraints = {
                @UniqueConstraint(
                        name = "login",
                        columnNames = {"authmethod", "realm", "authid"})
            },
            indexes = {@Index(name = "credential_of", columnList = "principal, created")})
    public static class Credential {
        @Id
        UUID oid = new UUID(0, 0);

        Instant created = Instant.EPOCH;

        String authmethod = "";

        String realm = "";

        String authid = "";

        String secret = "";

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        @JoinColumn(name = "principal")
        @Nullable
        Principal principal;
    }
}
