package dev.dormouse.examples.router;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Clusters, who is in them, and what runs there. Field access. */
final class ClusterDomain {

    private ClusterDomain() {}

    /** Nodes that route together. */
    @Entity
    public static class RouterCluster {
        @Id
        UUID oid = new UUID(0, 0);

        @Column(unique = true)
        String name = "";

        int status;
    }

    /** A node in a cluster. */
    @Embeddable
    public record Membership(UUID clusterOid, UUID nodeOid) implements Serializable {}

    /** A node of a router cluster, and how much it bears. */
    @Entity
    public static class ClusterNode {
        @EmbeddedId
        Membership id = new Membership(new UUID(0, 0), new UUID(0, 0));

        @MapsId("clusterOid")
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "clusterOid")
        @Nullable
        RouterCluster cluster;

        @MapsId("nodeOid")
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "nodeOid")
        GlobalDomain.@Nullable Node node;

        int softlimit;

        int hardlimit;
    }

    /** Workers of a cluster that share work. */
    @Entity
    @Table(
            uniqueConstraints = {
                @UniqueConstraint(
                        name = "group_name",
                        columnNames = {"cluster", "name"})
            })
    public static class RouterWorkerGroup {
        @Id
        UUID oid = new UUID(0, 0);

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        @JoinColumn(name = "cluster")
        @Nullable
        RouterCluster cluster;

        String name = "";

        int scale;

        int status;

        Instant changed = Instant.EPOCH;
    }

    /** Where a worker of a group runs. */
    @Entity
    @Table(
            uniqueConstraints = {
                @UniqueConstraint(
                        name = "placement_of",
                        columnNames = {"workergroup", "cluster", "node", "workerName"})
            })
    public static class Placement {
        @Id
        UUID oid = new UUID(0, 0);

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        @JoinColumn(name = "workergroup")
        @Nullable
        RouterWorkerGroup workergroup;

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        @JoinColumn(name = "cluster")
        @Nullable
        RouterCluster cluster;

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        @JoinColumn(name = "node")
        GlobalDomain.@Nullable Node node;

        String workerName = "";

        int status;

        Instant changed = Instant.EPOCH;

        int tcpListeningPort;
    }

    /** Nodes that serve the web together. */
    @Entity
    public static class WebCluster {
        @Id
        UUID oid = new UUID(0, 0);

        @Column(unique = true)
        String name = "";

        int status;

        int tcpPort;

        boolean tcpShared;

        int tcpBacklog;

        @Nullable
        String tlsKey;

        @Nullable
        String tlsCertificate;

        boolean httpClientTimeout;

        int httpMaxClients;
    }

    /** A node of a web cluster. */
    @Entity
    public static class WebClusterNode {
        @EmbeddedId
        Membership id = new Membership(new UUID(0, 0), new UUID(0, 0));

        @MapsId("clusterOid")
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "clusterOid")
        @Nullable
        WebCluster cluster;

        @MapsId("nodeOid")
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "nodeOid")
        GlobalDomain.@Nullable Node node;

        int parallel;

        boolean standby;
    }

    /** Something at a path of a web cluster. */
    @Entity
    @Table(
            uniqueConstraints = {
                @UniqueConstraint(
                        name = "service_path",
                        columnNames = {"webcluster", "path"})
            })
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    @DiscriminatorColumn(name = "service_type")
    public static class WebService {
        @Id
        UUID oid = new UUID(0, 0);

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        @JoinColumn(name = "webcluster")
        @Nullable
        WebCluster webcluster;

        String path = "";
    }

    /** Files of a folder. */
    @Entity
    public static class StaticFiles extends WebService {
        @Nullable
        String directory;
    }

    /** A transport of messages. */
    @Entity
    public static class Websocket extends WebService {
        int maxMessageSize;

        boolean compressed;
    }
}
