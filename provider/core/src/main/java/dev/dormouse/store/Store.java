package dev.dormouse.store;

import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.catalog.SchemaChange;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.ReadFields;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An open store. Thread-safe. */
public interface Store extends AutoCloseable {

    /** Returns what this store can and cannot do. */
    StoreFeatures features();

    /** Returns the newest catalog. Cheap. */
    Catalog catalog();

    /**
     * Applies schema changes, all or none, in order, and returns the catalog after them. Back-fills and checks what it must. Waits for the writer, not for readers.
     *
     * @throws ConstraintViolationException if records violate a new unique index or reference
     * @throws StoreException if a table is missing or exists already
     */
    Catalog change(List<SchemaChange> changes);

    /** Begins a transaction; cheap until its first use. */
    StoreTransaction begin(TransactionOptions options);

    /**
     * Takes a plan, or declines. Called by the engine once a plan, for ever smaller subtrees until one is taken; every store takes a Scan, and a Filter over one whose condition has no subquery.
     * An Aggregate without keys that counts the rows of a whole Scan asks for the number of a table's records: a store that knows it exactly, this
     * transaction's changes included, takes it.
     *
     * @return what runs the whole of the plan, or empty
     */
    Optional<PreparedPlan> prepare(Plan plan);

    /**
     * Takes a part of a plan, or declines; as {@link #prepare(Plan)}, but of the records in its slots only some fields are read. A store for which it costs to
     * bring the others leaves them out.
     *
     * @param read what the whole plan reads
     * @return what runs the whole of the part, or empty
     */
    default Optional<PreparedPlan> prepare(Plan plan, ReadFields read) {
        return prepare(plan);
    }

    /**
     * Takes numbers from a sequence: no two calls get the same one, no number that a committed transaction carried is given again, not after a crash either.
     *
     * @param sequence its name
     * @param count how many, in a row at the sequence's increment
     * @return the first of them
     */
    long take(String sequence, int count);

    /** Estimates how many records a table has, and how many distinct keys each index. */
    TableStatistics statistics(TableDefinition table);

    /**
     * Returns some records from all over a table, retained, so that the planner learns how often values occur: a few hundred at most, cheaply.
     *
     * @return the records; none if this store has no cheap way to them, so that the planner has to guess
     */
    default List<RecordView> sample(TableDefinition table) {
        return List.of();
    }

    /**
     * Compares a table as it lies in the store with its definition, where others may have changed it beside this provider.
     *
     * @return what differs, one sentence for each; empty where nothing does or nobody else can change it
     */
    default List<String> differences(TableDefinition table) {
        return List.of();
    }

    /** Walks the raw store and proves that records, indexes, references and counts agree. */
    CheckReport check();

    /**
     * Returns what this store is made of.
     *
     * @return an object of that type, or empty if this store has none
     */
    <T> Optional<T> unwrap(Class<T> type);

    /**
     * Returns what this store is made of, for use inside of transactions.
     *
     * @param current tells the transaction in which the object is used at a moment, null for none
     * @return an object of that type, or empty if this store has none
     */
    default <T> Optional<T> unwrap(Class<T> type, Supplier<@Nullable StoreTransaction> current) {
        return unwrap(type);
    }

    /** Gives this store back; the last user closes it. Idempotent. */
    @Override
    void close();
}
