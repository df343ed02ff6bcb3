package dev.dormouse.benchmarks;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import dev.dormouse.mongodb.ApplicationClients;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** The commands that an operation sends to the server of MongoDB. */
final class RoundTrips implements CommandListener {

    private static final List<String> OF_THE_DRIVER =
            List.of("hello", "isMaster", "ping", "endSessions", "killCursors");

    private final List<String> sent = new CopyOnWriteArrayList<>();

    private RoundTrips() {}

    /** Returns the names of the commands of one invocation, which is not the first one. */
    @SuppressWarnings("try") // The client is registered as long as the invocation is open.
    static List<String> of(Operation operation, Database database, int rows, Path parent) {
        RoundTrips counter = new RoundTrips();
        List<String> sent = new ArrayList<>();
        String url = Server.url(FilledDatabase.copy(database, parent));
        MongoClientSettings settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(url))
                .addCommandListener(counter)
                .build();
        try (MongoClient client = MongoClients.create(settings);
                ApplicationClients.Registration registered = ApplicationClients.register(url, client);
                OneInvocation invocation = new OneInvocation(operation, database, rows, parent)) {
            invocation.run(() -> {}, () -> {});
            invocation.run(counter.sent::clear, () -> sent.addAll(counter.sent));
        }
        return sent;
    }

    /** Returns how often each command was sent, for people. */
    static String summary(List<String> commands) {
        Map<String, Long> counts =
                commands.stream().collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
        return counts.toString();
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (!OF_THE_DRIVER.contains(event.getCommandName())) {
            sent.add(event.getCommandName());
        }
    }
}
