package dev.dormouse.lmdb.internal.store;

import dev.dormouse.failure.StoreMessages;
import dev.dormouse.lmdb.internal.failure.LmdbMessages;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.record.TableDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A catalog and where its tables are. Immutable. */
final class Tables {

    static final Tables NONE = new Tables(Catalog.EMPTY, new LmdbTable[0]);

    private final Catalog catalog;
    private final @Nullable LmdbTable[] byId;

    private Tables(Catalog catalog, @Nullable LmdbTable[] byId) {
        this.catalog = catalog;
        this.byId = byId;
    }

    static Tables of(Catalog catalog, Collection<LmdbTable> tables) {
        int highest = tables.stream().mapToInt(t -> t.definition().id()).max().orElse(0);
        @Nullable LmdbTable[] byId = new LmdbTable[highest + 1];
        tables.forEach(table -> byId[table.definition().id()] = table);
        return new Tables(catalog, byId);
    }

    /** Returns this state with one more table, under the catalog that knows it not yet. */
    Tables with(LmdbTable table) {
        List<LmdbTable> all = new ArrayList<>(all());
        all.add(table);
        return of(catalog, all);
    }

    Catalog catalog() {
        return catalog;
    }

    @Nullable
    LmdbTable find(int id) {
        return id < byId.length ? byId[id] : null;
    }

    /** Returns a table, or says that this state has none such. */
    LmdbTable table(TableDefinition definition) {
        LmdbTable table = find(definition.id());
        if (table == null) {
            boolean isYounger = definition.id() > catalog.lastTableId();
            throw new StoreException(
                    (isYounger ? LmdbMessages.YOUNGER_TABLE : StoreMessages.NO_SUCH_TABLE).text(definition.name()));
        }
        return table;
    }

    Collection<LmdbTable> all() {
        return Arrays.stream(byId)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }
}
