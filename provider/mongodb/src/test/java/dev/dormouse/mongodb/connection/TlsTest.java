package dev.dormouse.mongodb.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import dev.dormouse.mongodb.server.ReplicaSet;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that demands TLS, with a certificate of its own and users. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
final class TlsTest {

    private static final String REFUSED = "DORM0930 No secure connection: 'mongodb://127.0.0.1:";

    private static ReplicaSet set;
    private static Certificate certificate;
    private static SSLContext before;

    @Entity(name = "Secret")
    static class Secret {
        @Id
        int id;

        static Secret of(int id) {
            Secret secret = new Secret();
            secret.id = id;
            return secret;
        }
    }

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        before = SSLContext.getDefault();
        certificate = Certificate.of(folder.resolve("certificate"), "ip:127.0.0.1");
        set = ReplicaSet.start(
                folder.resolve("set"),
                "--tlsMode",
                "preferTLS",
                "--tlsCertificateKeyFile",
                certificate.pem().toString());
        set.run(
                set.primary(),
                new Document("createUser", "ann")
                        .append("pwd", "right")
                        .append("roles", List.of("readWriteAnyDatabase", "dbAdminAnyDatabase")));
        set.run(set.primary(), new Document("setParameter", 1).append("tlsMode", "requireTLS"));
    }

    @AfterAll
    static void stop() {
        set.close();
    }

    @AfterEach
    void forget() {
        SSLContext.setDefault(before);
    }

    private static EntityManagerFactory open(String url) {
        return new PersistenceConfiguration("secrets")
                .provider("dev.dormouse.DormousePersistenceProvider")
                .property("jakarta.persistence.jdbc.url", url)
                .property("dormouse.mongodb.timeout", "3s")
                .managedClass(Secret.class)
                .createEntityManagerFactory();
    }

    private static void work(EntityManagerFactory factory) {
        factory.runInTransaction(manager -> manager.persist(Secret.of(1)));
        assertThat(factory.<Long>callInTransaction(
                        manager -> manager.createQuery("select count(s) from Secret s", Long.class)
                                .getSingleResult()))
                .isOne();
    }

    private static String url(String database) {
        return set.url(database) + "&tls=true";
    }

    @Test
    void aTrustedServerIsWorkedWith() throws GeneralSecurityException, IOException {
        SSLContext.setDefault(certificate.trusted());
        try (EntityManagerFactory factory = open(url("trusted"))) {
            work(factory);
        }
    }

    @Test
    void aUserOfTheUrlIsTheOneWhoWorks() throws GeneralSecurityException, IOException {
        SSLContext.setDefault(certificate.trusted());
        String url = url("users").replace("://", "://ann:right@") + "&authSource=admin";
        try (EntityManagerFactory factory = open(url)) {
            work(factory);
            List<Document> users = factory.unwrap(MongoDatabase.class)
                    .runCommand(new Document("connectionStatus", 1))
                    .get("authInfo", Document.class)
                    .getList("authenticatedUsers", Document.class);
            assertThat(users).containsExactly(new Document("user", "ann").append("db", "admin"));
        }
        assertThatThrownBy(() -> open(url.replace("right", "wrong")))
                .isInstanceOf(PersistenceException.class)
                .hasStackTraceContaining("DORM0905 Credentials refused")
                .satisfies(error -> assertThat(error.getMessage()).doesNotContain("wrong"));
    }

    @Test
    void anUnknownCertificateIsRefused() {
        assertThatThrownBy(() -> open(url("unknown")))
                .isInstanceOf(PersistenceException.class)
                .hasStackTraceContaining(REFUSED)
                .hasStackTraceContaining("javax.net.ssl.trustStore")
                .hasStackTraceContaining("unable to find valid certification path");
    }

    @Test
    void aCertificateForAnotherNameIsRefusedUnlessTheUrlAllowsIt() throws GeneralSecurityException, IOException {
        SSLContext.setDefault(certificate.trusted());
        String url = "mongodb://localhost:" + set.members().get(0).port() + "/named?tls=true&directConnection=true";
        assertThatThrownBy(() -> open(url))
                .isInstanceOf(PersistenceException.class)
                .hasStackTraceContaining(REFUSED.replace("127.0.0.1", "localhost"));
        try (EntityManagerFactory factory = open(url + "&tlsAllowInvalidHostnames=true")) {
            work(factory);
        }
    }

    @Test
    void aServerThatDemandsTlsIsNotReachedWithoutIt() {
        assertThatThrownBy(() -> open(set.url("plain")))
                .isInstanceOf(PersistenceException.class)
                .hasStackTraceContaining("DORM0904 Server not reached");
    }

    @Test
    void aServerWithoutTlsIsNoSecureOne(@TempDir Path folder) {
        try (ReplicaSet plain = ReplicaSet.start(folder.resolve("plain"), 1)) {
            assertThatThrownBy(() -> open(plain.url("plain") + "&tls=true"))
                    .isInstanceOf(PersistenceException.class)
                    .hasStackTraceContaining(REFUSED);
        }
    }
}
