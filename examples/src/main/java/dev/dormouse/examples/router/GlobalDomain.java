package dev.dormouse.examples.router;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The global schema: seven record tables; what were its seven tables of keys are unique columns and indexes. Field access. */
final class GlobalDomain {

    private GlobalDomain() {}

    /** Who runs realms. */
    @Entity
    public static class Organization {
        @Id
        UUID oid = new UUID(0, 0);

        @Column(unique = true)
        String name = "";

        int otype;

        Instant registered = Instant.EPOCH;
    }

    /** Who logs in; e-mail and key are unique where they are known. */
    @Entity
    @Table(indexes = {@Index(name = "user_label", columnList = "label")})
    public static class User {
        @Id
        UUID oid = new UUID(0, 0);

        String label = "";

        @Nullable
        String description;

        @ElementCollection
        List<String> tags = new ArrayList<>();

        @Column(unique = true)
        @Nullable
        String email;

        @Column(unique = true)
        String pubkey = "";

        Instant registered = Instant.EPOCH;
    }

    /** A code that was sent to somebody. */
    @Entity
    @Table(indexes = {@Index(name = "token_of", columnList = "email, pubkey")})
    public static class ActivationToken {
        @Id
        UUID oid = new UUID(0, 0);

        int atype;

        int status;

        Instant created = Instant.EPOCH;

        @Nullable
        Instant completed;

        String code = "";

        String email = "";

        String pubkey = "";
    }

    /** What an owner manages together. */
    @Entity
    public static class ManagementRealm {
        @Id
        UUID oid = new UUID(0, 0);

        @Column(unique = true)
        String name = "";

        Instant created = Instant.EPOCH;

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        @JoinColumn(name = "owner")
        @Nullable
        User owner;

        @Nullable
        String routerWorker;

        @Nullable
        String containerWorker;
    }

    /** A user in a management realm. */
    @Embeddable
    public record UserRealm(UUID userOid, UUID realmOid) implements Serializable {}

    /** What a user may do in a management realm. */
    @Entity
    public static class UserMrealmRole {
        @EmbeddedId
        UserRealm id = new UserRealm(new UUID(0, 0), new UUID(0, 0));

        @MapsId("userOid")
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "userOid")
        @Nullable
        User user;

        @MapsId("realmOid")
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "realmOid")
        @Nullable
        ManagementRealm realm;

        @ElementCollection
        List<String> roles = new ArrayList<>();
    }

    /** A machine of an owner, paired with a realm or not. */
    @Entity
    @Table(
            uniqueConstraints = {
                @UniqueConstraint(
                        name = "node_authid",
                        columnNames = {"realm", "authid"})
            })
    public static class Node {
        @Id
        UUID oid = new UUID(0, 0);

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        @JoinColumn(name = "owner")
        @Nullable
        User owner;

        @Column(unique = true)
        String pubkey = "";

        @Nullable
        String clusterIp;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "realm")
        @Nullable
        ManagementRealm realm;

        @Nullable
        String authid;
    }

    /** When, and of which management realm. */
    @Embeddable
    public record UsageKey(Instant moment, UUID realmOid) implements Serializable {}

    /** What a management realm used since the last record. */
    @Entity
    @Table(indexes = {@Index(name = "usage_by_realm", columnList = "realmOid, moment")})
    public static class UsageRecord {
        @EmbeddedId
        UsageKey id = new UsageKey(Instant.EPOCH, new UUID(0, 0));

        long sessions;

        long calls;

        long publications;

        long events;

        long bytes;
    }
}
