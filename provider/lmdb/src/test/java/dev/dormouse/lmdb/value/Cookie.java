package dev.dormouse.lmdb.value;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A bean with 17 properties, one of every common kind. */
class Cookie {

    UUID oid = new UUID(0, 0);
    Instant created = Instant.EPOCH;
    int maxAge = 3600;
    String name = "";

    @Nullable
    String value;

    @Nullable
    Instant authenticated;

    @Nullable
    UUID authenticatedOnNode;

    @Nullable
    String authenticatedOnWorker;

    Map<String, String> transportInfo = new LinkedHashMap<>();

    @Nullable
    Long authenticatedSession;

    @Nullable
    Instant joinedAt;

    @Nullable
    String authid;

    @Nullable
    String authrole;

    @Nullable
    Method authmethod;

    @Nullable
    String authrealm;

    Map<String, Integer> authextra = new LinkedHashMap<>();
    boolean secure = true;

    enum Method {
        COOKIE,
        TICKET,
        CRYPTOSIGN
    }

    static Cookie sample() {
        Cookie cookie = new Cookie();
        cookie.oid = new UUID(-1, 7);
        cookie.created = Instant.parse("1969-07-20T20:17:40.000000001Z");
        cookie.maxAge = 0;
        cookie.name = "cbtid";
        cookie.value = "caf\u00e9 \ud83c\udf6a";
        cookie.transportInfo.put("protocol", "wamp.2.cbor");
        cookie.transportInfo.put("peer", "tcp4:127.0.0.1");
        cookie.authenticatedSession = -1L;
        cookie.authid = "oberstet";
        cookie.authmethod = Method.CRYPTOSIGN;
        cookie.authextra.put("devices", 3);
        cookie.secure = false;
        return cookie;
    }

    private Object[] all() {
        return new Object[] {
            oid,
            created,
            maxAge,
            name,
            value,
            authenticated,
            authenticatedOnNode,
            authenticatedOnWorker,
            transportInfo,
            authenticatedSession,
            joinedAt,
            authid,
            authrole,
            authmethod,
            authrealm,
            authextra,
            secure
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Cookie cookie && java.util.Arrays.equals(all(), cookie.all());
    }

    @Override
    public int hashCode() {
        return Objects.hash(all());
    }

    @Override
    public String toString() {
        return java.util.Arrays.toString(all());
    }
}
