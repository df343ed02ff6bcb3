package dev.dormouse.mongodb.unit;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;

/** Records the commands that a client sends, but for those of the driver itself. Thread-safe. */
public final class Commands implements CommandListener {

    private static final Set<String> OF_THE_DRIVER = Set.of("hello", "isMaster", "ping", "endSessions", "killCursors");

    private final List<BsonDocument> sent = new CopyOnWriteArrayList<>();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (!OF_THE_DRIVER.contains(event.getCommandName())) {
            sent.add(BsonDocument.parse(event.getCommand().toJson()));
        }
    }

    /** Forgets what was sent. */
    public void clear() {
        sent.clear();
    }

    /** Returns the names of what was sent, in order. */
    public List<String> names() {
        return sent.stream().map(BsonDocument::getFirstKey).toList();
    }

    /** Returns how many commands of a name were sent. */
    public long count(String name) {
        return names().stream().filter(name::equals).count();
    }

    /** Returns the commands of a name, in order. */
    public List<BsonDocument> all(String name) {
        return sent.stream()
                .filter(command -> command.getFirstKey().equals(name))
                .toList();
    }

    /** Returns the collections that commands of a name were sent to, in order. */
    public List<String> collections(String name) {
        return all(name).stream()
                .map(command -> command.getString(name).getValue())
                .toList();
    }
}
