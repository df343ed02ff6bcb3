package dev.dormouse.examples.router;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** What nodes and workers tell of themselves. Field access. */
final class LogDomain {

    private LogDomain() {}

    /** A node at a moment. */
    @Embeddable
    public record NodeMoment(Instant moment, UUID nodeOid) implements Serializable {}

    /** How a node was at a moment. */
    @Entity
    @Table(indexes = {@Index(name = "node_log", columnList = "nodeOid, moment")})
    public static class MNodeLog {
        @EmbeddedId
        NodeMoment id = new NodeMoment(Instant.EPOCH, new UUID(0, 0));

        long period;

        double cpuUser;

        double cpuSystem;

        long memoryTotal;

        long memoryAvailable;

        long networkSent;

        long networkReceived;

        int routers;

        int containers;
    }

    /** A worker at a moment. */
    @Embeddable
    public record WorkerMoment(Instant moment, UUID nodeOid, String worker) implements Serializable {}

    /** How a worker was at a moment. */
    @Entity
    @Table(indexes = {@Index(name = "worker_log", columnList = "nodeOid, worker, moment")})
    public static class MWorkerLog {
        @EmbeddedId
        WorkerMoment id = new WorkerMoment(Instant.EPOCH, new UUID(0, 0), "");

        long period;

        long callsSent;

        long eventsSent;

        int sessions;
    }
}
