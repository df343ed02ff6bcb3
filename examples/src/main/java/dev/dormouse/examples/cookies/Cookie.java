package dev.dormouse.examples.cookies;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A cookie and whom it authenticates. An entity with field access, and a bean that a typed map keeps. */
@Entity
@Table(
        indexes = {
            @Index(name = "cookie_authid", columnList = "authid"),
            @Index(name = "cookie_modified", columnList = "modified"),
            @Index(name = "cookie_expires", columnList = "expires")
        })
public class Cookie {

    @Id
    UUID oid = new UUID(0, 0);

    Instant created = Instant.EPOCH;
    Instant modified = Instant.EPOCH;
    Instant expires = Instant.EPOCH;

    @Column(name = "max_age")
    int maxAge;

    String name = "";

    @Column(name = "cookie_value", unique = true, nullable = false)
    String value = "";

    @Nullable
    Instant authenticated;

    @Nullable
    String authid;

    @Nullable
    String authrole;

    @Nullable
    String authmethod;

    @Nullable
    String authrealm;

    @ElementCollection(fetch = FetchType.EAGER)
    Map<String, String> authextra = new HashMap<>();

    /** For the provider. */
    protected Cookie() {}

    /**
     * Makes a cookie that nobody is authenticated by.
     *
     * @param maxAge how long it is good, in seconds
     */
    public Cookie(UUID oid, String value, Instant created, int maxAge) {
        this.oid = oid;
        this.name = "cbtid";
        this.value = value;
        this.created = created;
        this.modified = created;
        this.maxAge = maxAge;
        this.expires = created.plusSeconds(maxAge);
    }

    /** Tells whom the cookie authenticates from now on; tells whether that changes anything. */
    boolean authenticate(@Nullable String who, @Nullable String role, Instant now) {
        if (java.util.Objects.equals(who, authid) && java.util.Objects.equals(role, authrole)) {
            return false;
        }
        authid = who;
        authrole = role;
        authmethod = who == null ? null : "cryptosign";
        authenticated = who == null ? null : now;
        modified = now;
        return true;
    }

    public UUID getOid() {
        return oid;
    }

    public String getValue() {
        return value;
    }

    public @Nullable String getAuthid() {
        return authid;
    }
}
