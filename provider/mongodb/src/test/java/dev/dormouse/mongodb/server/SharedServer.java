package dev.dormouse.mongodb.server;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The one server of this JVM: the user's own if one is named, else a replica set of one. Started by the first who asks. Thread-safe. */
public final class SharedServer {

    private static final Pattern URI = Pattern.compile("(mongodb(?:\\+srv)?://[^/?]+)(?:/([^?]*))?(?:\\?(.*))?");
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM = 2L << 30;
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static @Nullable SharedServer server;

    private final String uri;
    private final MongoClient client;

    private SharedServer(String uri) {
        this.uri = uri;
        this.client = MongoClients.create(uri);
    }

    /** Returns it. */
    public static synchronized SharedServer get() {
        if (server == null) {
            String own = System.getenv("DORMOUSE_MONGODB_URI");
            SharedServer found = new SharedServer(
                    own == null || own.isBlank() ? ReplicaSet.start(folder(), 1).url("admin") : own);
            found.mustBeReplicaSet();
            server = found;
        }
        return server;
    }

    private void mustBeReplicaSet() {
        Document hello = client.getDatabase("admin").runCommand(new Document("hello", 1));
        boolean isRouter = "isdbgrid".equals(hello.getString("msg"));
        if (!hello.containsKey("setName") && !isRouter) {
            throw new IllegalStateException("DORMOUSE_MONGODB_URI names a standalone server: '"
                    + new ConnectionString(uri).getHosts()
                    + "'. The tests need transactions. Start it with --replSet and initiate the set.");
        }
    }

    /** A file system in memory, where there is one with room: creating a collection takes a tenth of the time there. */
    private static Path folder() {
        try {
            boolean hasRoom =
                    Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM;
            Path parent =
                    hasRoom ? MEMORY : Files.createDirectories(Path.of("target").toAbsolutePath());
            return Files.createTempDirectory(parent, "dormouse-mongod-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a client for whoever looks at the raw documents; it is never closed. */
    public MongoClient client() {
        return client;
    }

    /** Returns a name that no other database of a test has. */
    public String freshName() {
        return "dormouse_test_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
    }

    /** Returns the address of a database on this server. */
    public String url(String database) {
        return url(uri, database);
    }

    /** Puts another database into an address; credentials stay those of the database that was there. */
    static String url(String uri, String database) {
        Matcher parts = URI.matcher(uri);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "DORMOUSE_MONGODB_URI is no address of MongoDB. It must look like 'mongodb://host:27017/?replicaSet=rs0'.");
        }
        String authentication = parts.group(2);
        String query = parts.group(3) == null ? "" : parts.group(3);
        if (authentication != null
                && !authentication.isEmpty()
                && parts.group(1).contains("@")
                && !query.contains("authSource=")) {
            query = (query.isEmpty() ? "" : query + "&") + "authSource=" + authentication;
        }
        return parts.group(1) + "/" + database + (query.isEmpty() ? "" : "?" + query);
    }
}
