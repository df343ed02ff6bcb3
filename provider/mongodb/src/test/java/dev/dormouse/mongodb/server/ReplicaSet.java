package dev.dormouse.mongodb.server;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.Document;

/** Servers of one set, on free ports. Stopping is idempotent. Not thread-safe. */
public final class ReplicaSet implements AutoCloseable {

    private static final int NOT_YET_INITIALIZED = 94;
    private static final String NAME = "dormouse";

    private final Path folder;
    private final boolean isKept;
    private final List<String> more;
    private final List<Mongod> members = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();

    private ReplicaSet(Path folder, boolean isKept, List<String> more) {
        this.folder = folder;
        this.isKept = isKept;
        this.more = more;
    }

    /** Starts a set that is ready for writes; its data go when it stops. */
    public static ReplicaSet start(Path folder, int size) {
        return start(new ReplicaSet(folder, false, List.of()), size);
    }

    /** Starts a set of one with further arguments. */
    public static ReplicaSet start(Path folder, String... more) {
        return start(new ReplicaSet(folder, false, List.of(more)), 1);
    }

    /** Starts a set of one whose data stay, or which has its data already. */
    public static ReplicaSet startKept(Path folder) {
        return start(new ReplicaSet(folder, true, List.of()), 1);
    }

    private static ReplicaSet start(ReplicaSet set, int size) {
        set.ports.addAll(freePorts(size));
        for (int i = 0; i < size; i++) {
            set.members.add(Mongod.start(set.options(i), set.ports.get(i)));
        }
        set.initiate();
        set.primary();
        return set;
    }

    private Mongod.Options options(int member) {
        return new Mongod.Options(folder.resolve("member-" + member), isKept, NAME, more);
    }

    /** Starts a server that is no member of a set. */
    public static Mongod startAlone(Path folder) {
        return Mongod.start(
                new Mongod.Options(folder, false, "", List.of()), freePorts(1).get(0));
    }

    private static List<Integer> freePorts(int count) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            try {
                for (int i = 0; i < count; i++) {
                    sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
                }
                return sockets.stream().map(ServerSocket::getLocalPort).toList();
            } finally {
                for (ServerSocket socket : sockets) {
                    socket.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A set that has its data already may stand on another port now. Its term, which it may not have had the time to note, is left to it. */
    private void initiate() {
        try (MongoClient client = direct(members.get(0))) {
            Document configuration = configuration();
            try {
                Document known =
                        admin(client, new Document("replSetGetConfig", 1)).get("config", Document.class);
                configuration.append("version", known.getInteger("version") + 1);
                admin(client, new Document("replSetReconfig", configuration).append("force", true));
            } catch (MongoCommandException e) {
                if (e.getErrorCode() != NOT_YET_INITIALIZED) {
                    throw e;
                }
                admin(client, new Document("replSetInitiate", configuration));
            }
        }
    }

    /** Elections are quick; a set of one need not wait for the disk to call a write acknowledged by the majority. */
    private Document configuration() {
        List<Document> hosts = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            hosts.add(new Document("_id", i).append("host", members.get(i).address()));
        }
        return new Document("_id", NAME)
                .append("members", hosts)
                .append("writeConcernMajorityJournalDefault", members.size() > 1 || isKept)
                .append(
                        "settings",
                        new Document("electionTimeoutMillis", 2_000)
                                .append("heartbeatIntervalMillis", 200)
                                .append("heartbeatTimeoutSecs", 2));
    }

    private static Document admin(MongoClient client, Document command) {
        return client.getDatabase("admin").runCommand(command);
    }

    private static MongoClient direct(Mongod member) {
        return MongoClients.create("mongodb://" + member.address() + "/?directConnection=true");
    }

    /** Returns the members, the stopped ones too. */
    public List<Mongod> members() {
        return List.copyOf(members);
    }

    /** Returns the member that takes writes, waiting for an election. */
    public Mongod primary() {
        Mongod[] found = new Mongod[1];
        Awaiting.until(
                () -> {
                    for (Mongod member : members) {
                        if (member.isRunning() && isPrimary(member)) {
                            found[0] = member;
                            return true;
                        }
                    }
                    return false;
                },
                () -> "the replica set has no primary");
        return found[0];
    }

    private static boolean isPrimary(Mongod member) {
        try (MongoClient client = direct(member)) {
            return admin(client, new Document("hello", 1)).getBoolean("isWritablePrimary", false);
        }
    }

    /** Runs a command of the administrator on one member. */
    public Document run(Mongod member, Document command) {
        try (MongoClient client = direct(member)) {
            return admin(client, command);
        }
    }

    /** Starts a member again that was stopped or killed, on its port, with what it still has. */
    public void restart(Mongod member) {
        int place = members.indexOf(member);
        members.set(place, Mongod.start(options(place), ports.get(place)));
    }

    /** Returns the address of a database of this set, with what the driver needs to find the other members. */
    public String url(String database) {
        String hosts = members.stream().map(Mongod::address).collect(Collectors.joining(","));
        return "mongodb://" + hosts + "/" + database + "?replicaSet=" + NAME;
    }

    /** Stops all members: in good order where the data are kept. */
    @Override
    public void close() {
        members.forEach(Mongod::end);
    }
}
