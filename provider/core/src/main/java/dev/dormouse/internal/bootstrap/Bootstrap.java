package dev.dormouse.internal.bootstrap;

import dev.dormouse.internal.enhance.weave.UnitTransformer;
import dev.dormouse.settings.DormouseSettings;
import dev.dormouse.settings.UnitSettings;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PersistenceUnitTransactionType;
import jakarta.persistence.spi.PersistenceUnitInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes factories of descriptions, if they are for this provider. */
public final class Bootstrap {

    private static final String PROVIDER_KEY = "jakarta.persistence.provider";
    private static final String URL_KEY = "jakarta.persistence.jdbc.url";

    private final String provider;

    /**
     * Makes the bootstrap of a provider.
     *
     * @param provider the class name of the provider as a description names it
     */
    public Bootstrap(String provider) {
        this.provider = provider;
    }

    /** Makes the factory of a unit in a {@code persistence.xml}; null if there is none of this name, or it names another provider. */
    public @Nullable EntityManagerFactory byName(@Nullable String name, @Nullable Map<?, ?> properties) {
        if (name == null) {
            return null;
        }
        ClassLoader loader = contextLoader();
        Optional<UnitDescription> unit = UnitSearch.find(name, loader);
        if (unit.isEmpty()) {
            return null;
        }
        Map<String, Object> merged = unit.get().propertiesWith(properties);
        return isOurs(unit.get().provider(), merged) ? withoutContainer(unit.get(), properties, loader) : null;
    }

    private static EntityManagerFactory withoutContainer(
            UnitDescription unit, @Nullable Map<?, ?> properties, ClassLoader loader) {
        if (wantsEnhancement(unit.name(), unit.propertiesWith(properties))) {
            throw new PersistenceException(
                    BootstrapMessages.CANNOT_TRANSFORM.text(unit.name(), "there is no container"));
        }
        return UnitComposer.compose(unit, properties, loader, loader);
    }

    private static boolean wantsEnhancement(String name, Map<String, Object> properties) {
        return UnitSettings.of(name, properties).values().flag(DormouseSettings.ENHANCE);
    }

    /** Makes the factory of a configuration; null if it names another provider. */
    public @Nullable EntityManagerFactory configured(PersistenceConfiguration configuration) {
        if (!isOurs(configuration.provider(), configuration.properties())) {
            return null;
        }
        UnitDescription.Builder unit = new UnitDescription.Builder(configuration.name(), null);
        unit.provider(configuration.provider());
        unit.transactionType(configuration.transactionType());
        unit.cacheMode(configuration.sharedCacheMode());
        unit.validationMode(configuration.validationMode());
        unit.dataSource(configuration.jtaDataSource());
        unit.dataSource(configuration.nonJtaDataSource());
        unit.excludesUnlisted(true);
        configuration.managedClasses().forEach(type -> unit.managedClass(type.getName()));
        configuration.mappingFiles().forEach(unit::mappingFile);
        configuration.properties().forEach(unit::property);
        ClassLoader loader = configuration.managedClasses().stream()
                .map(Class::getClassLoader)
                .findFirst()
                .orElseGet(Bootstrap::contextLoader);
        return withoutContainer(unit.build(), Map.of(), loader);
    }

    /** Makes the factory of a unit that a container describes; null if it names another provider. */
    public @Nullable EntityManagerFactory contained(PersistenceUnitInfo info, @Nullable Map<?, ?> properties) {
        UnitDescription unit = described(info);
        if (!isOurs(unit.provider(), unit.propertiesWith(properties))) {
            return null;
        }
        ClassLoader given = info.getClassLoader();
        ClassLoader loader = given == null ? contextLoader() : given;
        ClassLoader temporary = info.getNewTempClassLoader();
        enhance(info, unit.propertiesWith(properties), temporary == null ? loader : temporary);
        return UnitComposer.compose(unit, properties, loader, temporary == null ? loader : temporary);
    }

    private static void enhance(PersistenceUnitInfo info, Map<String, Object> properties, ClassLoader temporary) {
        String name = info.getPersistenceUnitName();
        if (wantsEnhancement(name, properties)) {
            try {
                info.addTransformer(new UnitTransformer(temporary));
            } catch (RuntimeException refused) {
                throw new PersistenceException(
                        BootstrapMessages.CANNOT_TRANSFORM.text(name, refused.getMessage()), refused);
            }
        }
    }

    /** Generates the schema of a unit that a container describes: what its factory does at start. */
    public void generateSchema(PersistenceUnitInfo info, @Nullable Map<?, ?> properties) {
        close(contained(info, properties));
    }

    /** Generates the schema of a unit in a {@code persistence.xml}; false if it is not for this provider. */
    public boolean generateSchema(@Nullable String name, @Nullable Map<?, ?> properties) {
        return close(byName(name, properties));
    }

    private static boolean close(@Nullable EntityManagerFactory factory) {
        if (factory != null) {
            factory.close();
        }
        return factory != null;
    }

    private static UnitDescription described(PersistenceUnitInfo info) {
        UnitDescription.Builder unit =
                new UnitDescription.Builder(info.getPersistenceUnitName(), info.getPersistenceUnitRootUrl());
        unit.provider(info.getPersistenceProviderClassName());
        if (info.getTransactionType() != null) {
            unit.transactionType(PersistenceUnitTransactionType.valueOf(
                    info.getTransactionType().name()));
        }
        unit.cacheMode(info.getSharedCacheMode());
        unit.validationMode(info.getValidationMode());
        unit.dataSource(info.getJtaDataSource() == null ? null : "jta");
        unit.dataSource(info.getNonJtaDataSource() == null ? null : "non-jta");
        unit.excludesUnlisted(info.excludeUnlistedClasses());
        nonNull(info.getManagedClassNames()).forEach(unit::managedClass);
        nonNull(info.getMappingFileNames()).forEach(unit::mappingFile);
        nonNull(info.getJarFileUrls()).forEach(unit::jarFile);
        if (info.getProperties() != null) {
            info.getProperties().forEach((key, value) -> unit.property(String.valueOf(key), value));
        }
        return unit.build();
    }

    private static <T> List<T> nonNull(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** A provider that is named must be this one; where none is named, the address of the data must be of a kind that this one serves. */
    private boolean isOurs(@Nullable String described, Map<String, Object> properties) {
        Object given = properties.get(PROVIDER_KEY);
        String named = given == null ? described : given.toString();
        if (named != null && !named.isBlank()) {
            return named.strip().equals(provider);
        }
        Object url = properties.get(URL_KEY);
        return url == null || url.toString().isBlank() || UnitSettings.isServed(url.toString());
    }

    private static ClassLoader contextLoader() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return loader == null ? Bootstrap.class.getClassLoader() : loader;
    }
}
