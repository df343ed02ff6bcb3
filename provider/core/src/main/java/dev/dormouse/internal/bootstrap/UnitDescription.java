package dev.dormouse.internal.bootstrap;

import jakarta.persistence.PersistenceUnitTransactionType;
import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A persistence unit as somebody described it: {@code persistence.xml}, a {@code PersistenceConfiguration}, or a container.
 *
 * @param name the name of the unit
 * @param provider the class name of the provider, null where none was named
 * @param transactionType resource-local or JTA, null where nothing was said
 * @param classes the classes that were listed
 * @param places where else to look for classes and mappings
 * @param cacheMode the shared cache mode, null where nothing was said
 * @param validationMode the validation mode, null where nothing was said
 * @param properties the properties
 */
record UnitDescription(
        String name,
        @Nullable String provider,
        @Nullable PersistenceUnitTransactionType transactionType,
        List<String> classes,
        Places places,
        @Nullable SharedCacheMode cacheMode,
        @Nullable ValidationMode validationMode,
        Map<String, Object> properties) {

    UnitDescription {
        classes = List.copyOf(classes);
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /**
     * Where a unit has its classes and mappings beside the list.
     *
     * @param root the folder or jar whose {@code META-INF} describes the unit, null if there is none
     * @param jarFiles further jars or folders
     * @param mappingFiles the names of the mapping files
     * @param excludesUnlisted whether only listed classes belong to it
     * @param dataSources the names of its data sources, which have no meaning here
     */
    record Places(
            @Nullable URL root,
            List<URL> jarFiles,
            List<String> mappingFiles,
            boolean excludesUnlisted,
            List<String> dataSources) {

        static final Places NONE = new Places(null, List.of(), List.of(), true, List.of());

        Places {
            jarFiles = List.copyOf(jarFiles);
            mappingFiles = List.copyOf(mappingFiles);
            dataSources = List.copyOf(dataSources);
        }
    }

    /** Returns the properties with others put over them; a null value takes a property away. */
    Map<String, Object> propertiesWith(@Nullable Map<?, ?> others) {
        Map<String, Object> merged = new LinkedHashMap<>(properties);
        if (others != null) {
            others.forEach((key, value) -> {
                if (value == null) {
                    merged.remove(String.valueOf(key));
                } else {
                    merged.put(String.valueOf(key), value);
                }
            });
        }
        return merged;
    }

    /** Gathers what the elements of a {@code persistence-unit} say, in their order. */
    static final class Builder {
        private final String name;
        private final @Nullable URL root;
        private final List<String> classes = new ArrayList<>();
        private final List<URL> jarFiles = new ArrayList<>();
        private final List<String> mappingFiles = new ArrayList<>();
        private final List<String> dataSources = new ArrayList<>();
        private final Map<String, Object> properties = new LinkedHashMap<>();
        private @Nullable String provider;
        private @Nullable PersistenceUnitTransactionType transactionType;
        private @Nullable SharedCacheMode cacheMode;
        private @Nullable ValidationMode validationMode;
        private boolean excludesUnlisted;

        Builder(String name, @Nullable URL root) {
            this.name = name;
            this.root = root;
        }

        String name() {
            return name;
        }

        void provider(@Nullable String className) {
            provider = className;
        }

        void transactionType(@Nullable PersistenceUnitTransactionType type) {
            transactionType = type;
        }

        void cacheMode(@Nullable SharedCacheMode mode) {
            cacheMode = mode;
        }

        void validationMode(@Nullable ValidationMode mode) {
            validationMode = mode;
        }

        void excludesUnlisted(boolean excludes) {
            excludesUnlisted = excludes;
        }

        void managedClass(String className) {
            classes.add(className);
        }

        void jarFile(URL jar) {
            jarFiles.add(jar);
        }

        void mappingFile(String file) {
            mappingFiles.add(file);
        }

        void dataSource(@Nullable String dataSource) {
            if (dataSource != null && !dataSource.isBlank()) {
                dataSources.add(dataSource);
            }
        }

        void property(String key, @Nullable Object value) {
            if (value != null) {
                properties.put(key, value);
            }
        }

        UnitDescription build() {
            Places places = new Places(root, jarFiles, mappingFiles, excludesUnlisted, dataSources);
            return new UnitDescription(
                    name, provider, transactionType, classes, places, cacheMode, validationMode, properties);
        }
    }
}
