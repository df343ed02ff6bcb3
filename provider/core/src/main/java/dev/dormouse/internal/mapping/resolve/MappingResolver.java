package dev.dormouse.internal.mapping.resolve;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.internal.mapping.model.PersistenceUnitModel;
import dev.dormouse.internal.mapping.raw.RawUnit;
import dev.dormouse.internal.mapping.rule.MappingRules;
import dev.dormouse.internal.mapping.source.ClassFileSource;
import java.util.Collection;

/** Reads and resolves the mapping of a persistence unit. */
public final class MappingResolver {

    private MappingResolver() {}

    /**
     * Resolves a unit from its class files.
     *
     * @param unitName the name of the persistence unit, for messages
     * @param classNames the classes that the unit lists or that were found in its root
     * @param loader whose resources hold the class files; no class is loaded through it
     * @return the complete mapping
     * @throws PersistenceException that tells all failures of the unit
     */
    public static PersistenceUnitModel resolve(String unitName, Collection<String> classNames, ClassLoader loader) {
        return resolve(new RawUnit(unitName, classNames, new ClassFileSource(loader)));
    }

    /**
     * Resolves a unit as written.
     *
     * @throws PersistenceException that tells all failures of the unit
     */
    public static PersistenceUnitModel resolve(RawUnit raw) {
        FailureCollector failures = new FailureCollector("persistence unit '" + raw.name() + "'");
        MappingRules.check(raw, failures);
        if (!failures.hasOwn()) {
            PersistenceUnitModel model = new UnitResolution(raw, failures).resolve();
            MappingRules.check(model, failures);
            failures.throwIfAny();
            return model;
        }
        throw failures.exception();
    }
}
