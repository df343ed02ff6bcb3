package dev.dormouse.internal.mapping.illformed;

import dev.dormouse.annotation.StoredAs;
import dev.dormouse.internal.mapping.illformed.Targets.Blob;
import dev.dormouse.internal.mapping.illformed.Targets.Target;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.Version;
import java.util.List;

/** Each breaks one rule for identifiers and versions; everything else about it is well formed. */
public final class Ids {

    private Ids() {}

    @Entity
    public static class NoIdentifier {
        String name;
    }

    @Entity
    public static class MixedId {
        @EmbeddedId
        Targets.Key key;

        @Id
        long id;
    }

    @Entity
    public static class TwoEmbeddedIds {
        @EmbeddedId
        Targets.Key key;

        @EmbeddedId
        Targets.Key other;
    }

    @Entity
    public static class NoIdClass {
        @Id
        long first;

        @Id
        long second;
    }

    @Entity
    @IdClass(WrongKey.class)
    public static class WrongIdClass {
        @Id
        long first;

        @Id
        long second;
    }

    /** An id class whose second attribute is of another type. */
    public static class WrongKey {
        long first;
        String second;
    }

    @Entity
    public static class TwoVersions {
        @Id
        long id;

        @Version
        int first;

        @Version
        int second;
    }

    @Entity
    public static class WrongVersion {
        @Id
        long id;

        @Version
        String version;
    }

    @Entity
    public static class WrongIdType {
        @Id
        Blob id;
    }

    @Entity
    public static class IdOnCollection {
        @Id
        @ElementCollection
        List<String> ids;
    }

    @Entity
    public static class BadMapsId {
        @EmbeddedId
        Targets.Key key;

        @ManyToOne
        @MapsId("target")
        Target target;
    }

    @Entity
    public static class WrongMapsIdType {
        @EmbeddedId
        Targets.Key key;

        @ManyToOne
        @MapsId("origin")
        Target target;
    }

    @Entity
    public static class AssociationInId {
        @EmbeddedId
        KeyWithAssociation key;
    }

    /** A key that refers to an entity. */
    @Embeddable
    public static class KeyWithAssociation {
        long number;

        @ManyToOne
        Target target;
    }

    @Entity
    public static class GeneratedNotId {
        @Id
        long id;

        @GeneratedValue
        long number;
    }

    @Entity
    public static class WrongGeneratedType {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        String id;
    }

    @Entity
    public static class UnknownGenerator {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "missing")
        long id;
    }

    @Entity
    public static class BadStoredAs {
        @Id
        @StoredAs(StoredAs.Form.OBJECT_ID)
        long id;
    }
}
