package dev.dormouse.internal.bootstrap;

import dev.dormouse.internal.layout.BoundLayout;
import dev.dormouse.internal.layout.UnitLayout;
import dev.dormouse.internal.session.BoundUnit;
import dev.dormouse.store.Store;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.record.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A unit as it is bound to the tables that exist. A table that was created anew has another number and may have its fields at other
 * places; then the unit is bound again. Thread-safe.
 */
final class UnitBinding implements Supplier<BoundUnit> {

    private final Store store;
    private final UnitLayout layout;
    private final Function<BoundLayout, BoundUnit> making;
    private volatile Bound bound;

    /** A binding, the version of the catalog that it was last found good for, and the numbers of the tables, 0 for one that is missing. */
    private record Bound(BoundUnit unit, long catalogVersion, List<Integer> tables) {}

    UnitBinding(Store store, UnitLayout layout, Function<BoundLayout, BoundUnit> making) {
        this.store = store;
        this.layout = layout;
        this.making = making;
        this.bound = bind(store.catalog());
    }

    @Override
    public BoundUnit get() {
        Catalog catalog = store.catalog();
        Bound known = bound;
        return known.catalogVersion == catalog.version() ? known.unit : follow();
    }

    private synchronized BoundUnit follow() {
        Catalog catalog = store.catalog();
        if (bound.catalogVersion != catalog.version()) {
            bound = isGoodFor(catalog) ? new Bound(bound.unit, catalog.version(), bound.tables) : bind(catalog);
        }
        return bound.unit;
    }

    /** Wider tables are the same ones; a missing table fails what touches it. */
    private boolean isGoodFor(Catalog catalog) {
        List<Integer> now = numbers(catalog);
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i) != 0 && !now.get(i).equals(bound.tables.get(i))) {
                return false;
            }
        }
        return true;
    }

    private Bound bind(Catalog catalog) {
        return new Bound(making.apply(layout.bind(catalog)), catalog.version(), numbers(catalog));
    }

    private List<Integer> numbers(Catalog catalog) {
        List<Integer> numbers = new ArrayList<>();
        for (TableDefinition table : layout.tables()) {
            numbers.add(catalog.table(table.name()).map(TableDefinition::id).orElse(0));
        }
        return numbers;
    }
}
