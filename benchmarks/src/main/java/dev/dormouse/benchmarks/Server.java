package dev.dormouse.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.dormouse.mongodb.server.ReplicaSet;
import java.nio.file.Path;

/**
 * The MongoDB server of a run: a replica set of one in a folder, with a journal on the disk. The address is a system property, so that the JVMs
 * of one run ask the same server.
 */
public final class Server {

    /** Stands for the address of a database on this server. */
    public static final String URL = "mongodb:";

    private static final String ADDRESS = "dormouse.benchmarks.mongodb";

    private Server() {}

    /** Returns the address of the database that belongs to {@code folder}; starts a server if there is none, which ends with this JVM. */
    public static synchronized String url(Path folder) {
        return address().formatted(name(folder));
    }

    /** Drops the database that belongs to {@code folder}. */
    static void drop(Path folder) {
        try (MongoClient client = MongoClients.create(url(folder))) {
            client.getDatabase(name(folder)).drop();
        }
    }

    private static String name(Path folder) {
        return "benchmark_" + Integer.toHexString(folder.toAbsolutePath().hashCode());
    }

    /** Returns what tells another JVM where the server is. */
    static String argument() {
        return "-D" + ADDRESS + "=" + address();
    }

    private static String address() {
        String known = System.getProperty(ADDRESS);
        if (known == null) {
            TemporaryFolder data = new TemporaryFolder();
            ReplicaSet server = ReplicaSet.startKept(data.path());
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                server.close();
                                data.close();
                            },
                            "mongod-end"));
            known = server.url("%s");
            System.setProperty(ADDRESS, known);
        }
        return known;
    }
}
