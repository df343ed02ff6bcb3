package dev.dormouse.internal.layout;

import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.catalog.SequenceDefinition;
import dev.dormouse.store.record.TableDefinition;
import java.util.List;

/** What a unit wants of a store: tables and sequences by name, before it is known which of them exist. */
public interface UnitLayout {

    /** Returns the tables that the mapping wants, each with its indexes and references; a table comes after those that it refers to where that is possible. */
    List<TableDefinition> tables();

    /** Returns the sequences of the unit's generators. */
    List<SequenceDefinition> sequences();

    /**
     * Finds the columns of the mapping in the tables that exist, which may have more fields, and others before them. A table that does
     * not exist stands as it is wanted: what touches it fails in the store.
     *
     * @throws jakarta.persistence.PersistenceException if an existing table has no such column, or keeps it in another type or place; all
     *     such failures of the unit together
     */
    BoundLayout bind(Catalog catalog);
}
