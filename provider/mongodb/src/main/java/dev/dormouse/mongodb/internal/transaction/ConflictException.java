package dev.dormouse.mongodb.internal.transaction;

import com.mongodb.MongoException;
import dev.dormouse.store.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Another transaction wrote one of these records first. Never leaves this package. */
final class ConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Change> changes;

    ConflictException(List<Change> changes, @Nullable MongoException cause) {
        super("write conflict", cause, false, false);
        this.changes = changes;
    }

    List<Change> changes() {
        return changes;
    }
}
