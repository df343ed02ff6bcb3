package dev.dormouse.internal.bootstrap;

import dev.dormouse.internal.context.EntityCallbacks;
import dev.dormouse.internal.context.EntityInspection;
import dev.dormouse.internal.context.EntityTypes;
import dev.dormouse.internal.context.generate.IdGenerators;
import dev.dormouse.internal.context.load.RecordLookup;
import dev.dormouse.internal.layout.BoundLayout;
import dev.dormouse.internal.layout.LayoutOptions;
import dev.dormouse.internal.mapping.model.PersistenceUnitModel;
import dev.dormouse.internal.mapping.resolve.MappingResolver;
import dev.dormouse.internal.query.StatementCompiler;
import dev.dormouse.internal.query.StorePlans;
import dev.dormouse.internal.query.build.QueryDomain;
import dev.dormouse.internal.schema.SchemaAction;
import dev.dormouse.internal.schema.UnitSchema;
import dev.dormouse.internal.session.BoundUnit;
import dev.dormouse.internal.session.DormouseEntityManagerFactory;
import dev.dormouse.internal.session.JpqlQueries;
import dev.dormouse.internal.session.SessionDefaults;
import dev.dormouse.internal.session.SessionUnit;
import dev.dormouse.settings.DormouseSettings;
import dev.dormouse.settings.UnitSettings;
import dev.dormouse.store.Isolation;
import dev.dormouse.store.Store;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.TransactionOptions;
import dev.dormouse.store.record.Layout;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.SharedCacheMode;
import java.net.URL;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Composes the factory of one persistence unit: the one place where the rooms of the house are put together. */
final class UnitComposer {

    private static final System.Logger LOG = System.getLogger(UnitComposer.class.getName());

    private final UnitDescription unit;
    private final Map<String, Object> properties;
    private final UnitSettings settings;
    private final ClassLoader loader;
    private final Instances instances;

    private UnitComposer(UnitDescription unit, @Nullable Map<?, ?> overrides, ClassLoader loader) {
        this.unit = unit;
        this.properties = unit.propertiesWith(overrides);
        UnsupportedParts.refuse(unit, properties);
        this.settings = UnitSettings.of(unit.name(), properties);
        this.loader = loader;
        this.instances = new Instances(unit.name(), loader);
    }

    /**
     * Composes a factory.
     *
     * @param overrides properties that win over those of the description
     * @param loader the loader of the application's classes
     * @param temporaryLoader whose class files are read while the mapping is resolved
     */
    static EntityManagerFactory compose(
            UnitDescription unit, @Nullable Map<?, ?> overrides, ClassLoader loader, ClassLoader temporaryLoader) {
        return new UnitComposer(unit, overrides, loader).compose(temporaryLoader);
    }

    private EntityManagerFactory compose(ClassLoader temporaryLoader) {
        settings.logIgnored(unit.name());
        logCacheMode();
        UnitMapping mapping =
                UnitMapping.of(MappingResolver.raw(unit.name(), classNames(), temporaryLoader), layoutOptions());
        ValidationChoice validation = ValidationChoice.of(unit, properties, mapping.model(), instances::classOf);
        @Nullable Store store = null;
        boolean done = false;
        try {
            store = StoreOpening.open(unit.name(), settings, loader);
            EntityManagerFactory factory = factory(mapping, store, validation);
            done = true;
            return factory;
        } catch (StoreException failure) {
            throw new PersistenceException(
                    BootstrapMessages.STORE_FAILED.text(unit.name(), failure.getMessage()), failure);
        } finally {
            if (!done) {
                close(validation, store);
            }
        }
    }

    private static void close(ValidationChoice validation, @Nullable Store store) {
        try {
            validation.closing().run();
        } finally {
            if (store != null) {
                store.close();
            }
        }
    }

    private EntityManagerFactory factory(UnitMapping mapping, Store store, ValidationChoice validation) {
        UnitSchema schema = new UnitSchema(store, mapping.layout());
        schema.apply(SchemaAction.of(settings));
        UnitBinding binding = new UnitBinding(store, mapping.layout(), bound -> bound(bound, store, validation));
        EntityInspection inspection = new EntityInspection(binding.get().types());
        validation.inspection().accept(inspection);
        SessionUnit shared = new SessionUnit(
                unit.name(),
                settings,
                SessionDefaults.of(settings),
                store,
                transactionOptions(),
                binding,
                queries(mapping.model(), binding),
                schema);
        OpenUnits.INSTANCE.add(inspection);
        return new DormouseEntityManagerFactory(shared, () -> {
            OpenUnits.INSTANCE.remove(inspection);
            close(validation, store);
        });
    }

    private BoundUnit bound(BoundLayout layout, Store store, ValidationChoice validation) {
        EntityTypes types = new EntityTypes(
                layout,
                entity -> EntityCallbacks.of(entity, instances::classOf, instances::instance),
                validation.validation());
        StorePlans plans = new StorePlans(store, settings.values().number(DormouseSettings.QUERY_SCAN_LIMIT));
        return new BoundUnit(
                types,
                new IdGenerators(store, types),
                new RecordLookup(store),
                new StatementCompiler(new QueryDomain(layout, loader), plans));
    }

    private JpqlQueries queries(PersistenceUnitModel model, UnitBinding binding) {
        JpqlQueries queries = new JpqlQueries(model, () -> binding.get().compiler());
        UnitMapping.requireSound(unit.name(), queries);
        return queries;
    }

    private Set<String> classNames() {
        Set<String> names = new LinkedHashSet<>(unit.classes());
        URL root = unit.places().root();
        if (root != null && !unit.places().excludesUnlisted()) {
            names.addAll(ClassDiscovery.managedClasses(root));
        }
        unit.places().jarFiles().forEach(jar -> names.addAll(ClassDiscovery.managedClasses(jar)));
        return names;
    }

    @SuppressWarnings("unchecked")
    private LayoutOptions layoutOptions() {
        Layout layout =
                Layout.valueOf(settings.values().choice(DormouseSettings.LAYOUT).toUpperCase(Locale.ROOT));
        return new LayoutOptions(
                loader,
                converter -> (AttributeConverter<Object, Object>)
                        instances.instance(instances.classOf(converter.className())),
                layout);
    }

    private TransactionOptions transactionOptions() {
        String isolation = settings.values().choice(DormouseSettings.ISOLATION);
        return new TransactionOptions(
                Isolation.valueOf(isolation.toUpperCase(Locale.ROOT).replace('-', '_')),
                false,
                settings.values().duration(DormouseSettings.COMMIT_TIMEOUT));
    }

    private void logCacheMode() {
        SharedCacheMode mode = Words.chosen(
                "jakarta.persistence.sharedCache.mode", unit, properties, SharedCacheMode.class, unit.cacheMode());
        if (mode != null && mode != SharedCacheMode.NONE && mode != SharedCacheMode.UNSPECIFIED) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "Persistence unit {0}: there is no second-level cache; the shared cache mode {1} has no effect.",
                    unit.name(),
                    mode);
        }
    }
}
