package dev.dormouse.internal.bootstrap;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.internal.layout.LayoutOptions;
import dev.dormouse.internal.layout.UnitLayout;
import dev.dormouse.internal.layout.document.DocumentLayout;
import dev.dormouse.internal.mapping.model.PersistenceUnitModel;
import dev.dormouse.internal.mapping.model.SoundUnit;
import dev.dormouse.internal.mapping.raw.RawUnit;
import dev.dormouse.internal.mapping.resolve.MappingResolver;
import dev.dormouse.internal.memory.MemoryStoreProvider;
import dev.dormouse.internal.query.StatementCompiler;
import dev.dormouse.internal.query.StorePlans;
import dev.dormouse.internal.query.build.QueryDomain;
import dev.dormouse.internal.schema.SchemaAction;
import dev.dormouse.internal.schema.UnitSchema;
import dev.dormouse.internal.session.JpqlQueries;
import dev.dormouse.store.Store;
import jakarta.persistence.PersistenceException;
import java.util.Map;
import java.util.UUID;

/**
 * What the classes of a unit say, and how it is laid out. Where a phase fails, the next ones go on with what is well formed, so that a user sees all failures of a
 * unit at once and none that follows from another.
 *
 * @param model the mapping
 * @param layout the tables
 */
record UnitMapping(PersistenceUnitModel model, UnitLayout layout) {

    /**
     * Reads, resolves and lays out a unit.
     *
     * @throws PersistenceException that tells what is wrong with mapping, layout and named queries
     */
    static UnitMapping of(RawUnit raw, LayoutOptions options) {
        FailureCollector failures = collector(raw.name());
        SoundUnit sound = MappingResolver.resolve(raw, failures);
        DocumentLayout layout = DocumentLayout.of(sound, options, failures.at("document layout"));
        if (failures.count() == 0) {
            return new UnitMapping(sound.model(), layout);
        }
        checkQueries(layout, options.classLoader(), failures);
        throw failures.exception();
    }

    private static FailureCollector collector(String unit) {
        return new FailureCollector("persistence unit '" + unit + "'");
    }

    /** Compiles the named queries of what could be laid out against tables that exist for that only. */
    private static void checkQueries(DocumentLayout layout, ClassLoader loader, FailureCollector failures) {
        PersistenceUnitModel model = layout.unit().model();
        if (model.namedQueries().isEmpty()) {
            return;
        }
        try (Store scratch = new MemoryStoreProvider().open("memory:" + UUID.randomUUID(), Map.of())) {
            new UnitSchema(scratch, layout).apply(SchemaAction.CREATE);
            QueryDomain domain = new QueryDomain(layout.bind(scratch.catalog()), loader);
            StatementCompiler compiler = new StatementCompiler(domain, new StorePlans(scratch, 0));
            addTo(failures, new JpqlQueries(model, () -> compiler));
        } catch (PersistenceException failure) {
            failures.add(String.valueOf(failure.getMessage()));
        }
    }

    /** Refuses named queries that do not compile. */
    static void requireSound(String unit, JpqlQueries queries) {
        FailureCollector failures = collector(unit);
        addTo(failures, queries);
        failures.throwIfAny();
    }

    private static void addTo(FailureCollector failures, JpqlQueries queries) {
        queries.failures().forEach(failures.at("named queries")::add);
    }
}
