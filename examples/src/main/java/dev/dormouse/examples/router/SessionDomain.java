package dev.dormouse.examples.router;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sessions, publications and events. Field access. */
final class SessionDomain {

    private SessionDomain() {}

    /** Somebody who is, or was, connected. */
    @Entity
    @Table(
            indexes = {
                @Index(name = "session_joined", columnList = "session, joinedAt DESC"),
                @Index(name = "session_authid", columnList = "authid, joinedAt")
            })
    public static class Session {
        @Id
        UUID oid = new UUID(0, 0);

        UUID arealmOid = new UUID(0, 0);

        long session;

        Instant joinedAt = Instant.EPOCH;

        @Nullable
        Instant leftAt;

        @Nullable
        String nodeAuthid;

        @Nullable
        String workerName;

        String realm = "";

        @Nullable
        String authid;

        @Nullable
        String authrole;

        @Nullable
        String authmethod;

        @ElementCollection
        Map<String, String> authextra = new HashMap<>();
    }

    /** What somebody published. */
    @Entity
    public static class Publication {
        @Id
        long publication;

        Instant moment = Instant.EPOCH;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "publisher")
        @Nullable
        Session publisher;

        String topic = "";

        byte @Nullable [] payload;

        boolean acknowledged;

        boolean retain;

        @ElementCollection
        List<String> excludeAuthid = new ArrayList<>();

        @ElementCollection
        List<String> eligibleAuthid = new ArrayList<>();
    }

    /** An event of a subscription; those of one moment are told apart by their sequence. */
    @Embeddable
    public record EventKey(long subscription, Instant moment, long sequence) implements Serializable {}

    /** That a publication reached a subscription. */
    @Entity
    public static class Event {
        @EmbeddedId
        EventKey id = new EventKey(0, Instant.EPOCH, 0);

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        @JoinColumn(name = "publication")
        @Nullable
        Publication publication;

        long receiver;

        boolean retained;

        boolean acknowledgedDelivery;
    }
}
