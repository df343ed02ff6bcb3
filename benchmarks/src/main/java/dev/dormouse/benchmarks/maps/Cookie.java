package dev.dormouse.benchmarks.maps;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A cookie with the seventeen properties that it has in the ancestor. */
public class Cookie {

    UUID oid = new UUID(0, 0);
    Instant created = Instant.EPOCH;
    int maxAge;
    String name = "";
    String value = "";

    @Nullable
    Instant authenticated;

    @Nullable
    UUID authenticatedOnNode;

    @Nullable
    String authenticatedOnWorker;

    Map<String, String> authenticatedTransportInfo = new LinkedHashMap<>();
    long authenticatedSession;

    @Nullable
    Instant authenticatedJoinedAt;

    @Nullable
    String authenticatedAuthmethod;

    @Nullable
    String authid;

    @Nullable
    String authrole;

    @Nullable
    String authmethod;

    @Nullable
    String authrealm;

    Map<String, String> authextra = new LinkedHashMap<>();

    static Cookie of(long id) {
        Cookie cookie = new Cookie();
        cookie.oid = new UUID(0x4000_0000_0000L + id, 0x8000_0000_0000_0000L + id);
        cookie.created = Instant.ofEpochSecond(1_600_000_000L + id, 123_456_789);
        cookie.maxAge = 86_400 + (int) (id % 100);
        cookie.name = "cbtid";
        cookie.value = "AbCdEfGhIjKlMnOpQrStUv" + id;
        cookie.authenticated = cookie.created.plusSeconds(30);
        cookie.authenticatedOnNode = new UUID(17, id % 4);
        cookie.authenticatedOnWorker = "worker" + id % 8;
        cookie.authenticatedTransportInfo.put("type", "websocket");
        cookie.authenticatedTransportInfo.put("protocol", "wamp.2.cbor");
        cookie.authenticatedTransportInfo.put("peer", "tcp4:127.0.0.1:5" + id % 1000);
        cookie.authenticatedSession = 9_007_199_254_740_000L - id;
        cookie.authenticatedJoinedAt = cookie.created.plusSeconds(31);
        cookie.authenticatedAuthmethod = "cryptosign";
        cookie.authid = "member" + id;
        cookie.authrole = "member";
        cookie.authmethod = "cookie";
        cookie.authrealm = "com.example.realm1";
        cookie.authextra.put("device", "laptop");
        return cookie;
    }

    static Cookie[] cookies(long first, int count) {
        Cookie[] cookies = new Cookie[count];
        for (int i = 0; i < count; i++) {
            cookies[i] = of(first + i);
        }
        return cookies;
    }
}
