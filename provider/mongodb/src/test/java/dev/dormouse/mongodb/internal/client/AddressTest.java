package dev.dormouse.mongodb.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a URL says is what the client does; the timeout stands where it says nothing. */
final class AddressTest {

    static Stream<Arguments> options() {
        return Stream.of(
                option("", s -> s.getSocketSettings().getReadTimeout(TimeUnit.MILLISECONDS), 7_000),
                option("socketTimeoutMS=300", s -> s.getSocketSettings().getReadTimeout(TimeUnit.MILLISECONDS), 300),
                option("", s -> s.getSocketSettings().getConnectTimeout(TimeUnit.MILLISECONDS), 7_000),
                option(
                        "connectTimeoutMS=301",
                        s -> s.getSocketSettings().getConnectTimeout(TimeUnit.MILLISECONDS),
                        301),
                option("", s -> s.getClusterSettings().getServerSelectionTimeout(TimeUnit.MILLISECONDS), 7_000L),
                option(
                        "serverSelectionTimeoutMS=302",
                        s -> s.getClusterSettings().getServerSelectionTimeout(TimeUnit.MILLISECONDS),
                        302L),
                option("", s -> s.getConnectionPoolSettings().getMaxWaitTime(TimeUnit.MILLISECONDS), 7_000L),
                option(
                        "waitQueueTimeoutMS=303",
                        s -> s.getConnectionPoolSettings().getMaxWaitTime(TimeUnit.MILLISECONDS),
                        303L),
                option("maxPoolSize=3", s -> s.getConnectionPoolSettings().getMaxSize(), 3),
                option("minPoolSize=2", s -> s.getConnectionPoolSettings().getMinSize(), 2),
                option(
                        "maxIdleTimeMS=304",
                        s -> s.getConnectionPoolSettings().getMaxConnectionIdleTime(TimeUnit.MILLISECONDS),
                        304L),
                option("tls=true", s -> s.getSslSettings().isEnabled(), true),
                option("", s -> s.getSslSettings().isEnabled(), false),
                option(
                        "tls=true&tlsAllowInvalidHostnames=true",
                        s -> s.getSslSettings().isInvalidHostNameAllowed(),
                        true),
                option(
                        "authSource=users",
                        s -> Objects.requireNonNull(s.getCredential()).getSource(),
                        "users"),
                option("", s -> Objects.requireNonNull(s.getCredential()).getUserName(), "u"),
                option("readPreference=nearest", s -> s.getReadPreference().getName(), "nearest"),
                option(
                        "readConcernLevel=local",
                        s -> String.valueOf(s.getReadConcern().getLevel()),
                        "LOCAL"),
                option("w=2", s -> s.getWriteConcern().getW(), 2),
                option("retryReads=false", MongoClientSettings::getRetryReads, false),
                option("appName=orders", MongoClientSettings::getApplicationName, "orders"),
                option("", MongoClientSettings::getApplicationName, "dormouse"));
    }

    private static Arguments option(String options, Function<MongoClientSettings, Object> read, Object expected) {
        return Arguments.of(options, read, expected);
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("options")
    void aUrlIsWhatTheClientDoes(String options, Function<MongoClientSettings, Object> read, Object expected) {
        Address address = Address.of("mongodb://u:p@h/d?replicaSet=r&" + options);
        assertThat(read.apply(address.settings(Duration.ofSeconds(7)))).isEqualTo(expected);
    }
}
