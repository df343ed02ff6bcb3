package dev.dormouse.internal.mapping.resolve;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.internal.mapping.model.PersistenceUnitModel;
import dev.dormouse.internal.mapping.model.SoundUnit;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawUnit;
import dev.dormouse.internal.mapping.raw.Role;
import dev.dormouse.internal.mapping.rule.MappingRules;
import dev.dormouse.internal.mapping.source.ClassFileSource;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

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
        return resolve(raw(unitName, classNames, loader));
    }

    /** Reads a unit from its class files, without judging it. */
    public static RawUnit raw(String unitName, Collection<String> classNames, ClassLoader loader) {
        return new RawUnit(unitName, classNames, new ClassFileSource(loader));
    }

    /**
     * Resolves a unit as written.
     *
     * @throws PersistenceException that tells all failures of the unit
     */
    public static PersistenceUnitModel resolve(RawUnit raw) {
        FailureCollector failures = new FailureCollector("persistence unit '" + raw.name() + "'");
        SoundUnit sound = resolve(raw, failures);
        failures.throwIfAny();
        return sound.model();
    }

    /**
     * Resolves what is well formed of a unit as written, and adds the failures of the rest.
     *
     * @param failures the collector of the whole unit
     * @throws PersistenceException that tells all failures, if one concerns the unit as a whole: then nothing can be told apart
     */
    public static SoundUnit resolve(RawUnit raw, FailureCollector failures) {
        MappingRules.check(raw, failures);
        if (failures.hasOwn()) {
            throw failures.exception();
        }
        PersistenceUnitModel model = new UnitResolution(raw, failures).resolve();
        MappingRules.check(model, failures);
        Set<String> missing = raw.managed(Role.ENTITY).stream()
                .map(ManagedClass::entityName)
                .filter(name -> model.findEntity(name).isEmpty())
                .collect(Collectors.toSet());
        return SoundUnit.of(
                model,
                missing,
                entity -> failures.at("entity '" + entity.className() + "'").count() > 0);
    }
}
