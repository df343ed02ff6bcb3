package dev.dormouse;

import dev.dormouse.internal.bootstrap.Bootstrap;
import dev.dormouse.internal.bootstrap.OpenUnits;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.spi.PersistenceProvider;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.ProviderUtil;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Jakarta Persistence provider (specification, chapter 9). Applications do not use it directly: they name it in {@code persistence.xml} or find it by
 * {@code jakarta.persistence.Persistence}. Thread-safe.
 *
 * <p>A wrong setting, mapping or schema is a {@link jakarta.persistence.PersistenceException} that names all that is wrong; what is not supported yet is
 * refused by its name.
 */
public final class DormousePersistenceProvider implements PersistenceProvider {

    private final Bootstrap bootstrap = new Bootstrap(DormousePersistenceProvider.class.getName());

    /** Made by the service loader or a container. */
    public DormousePersistenceProvider() {}

    /**
     * Makes the factory of a unit that a {@code META-INF/persistence.xml} describes.
     *
     * @param emName the name of the unit
     * @param map properties that win over those of the unit, may be null
     * @return the factory; null if there is no such unit, or it names another provider
     */
    @Override
    public @Nullable EntityManagerFactory createEntityManagerFactory(String emName, @Nullable Map<?, ?> map) {
        return bootstrap.byName(emName, map);
    }

    /**
     * Makes the factory of a unit that a program describes.
     *
     * @param configuration the description
     * @return the factory; null if it names another provider
     */
    @Override
    public @Nullable EntityManagerFactory createEntityManagerFactory(PersistenceConfiguration configuration) {
        return bootstrap.configured(configuration);
    }

    /**
     * Makes the factory of a unit that a container describes.
     *
     * @param info the description
     * @param map properties that win over those of the unit, may be null
     * @return the factory; null if it names another provider
     */
    @Override
    public @Nullable EntityManagerFactory createContainerEntityManagerFactory(
            PersistenceUnitInfo info, @Nullable Map<?, ?> map) {
        return bootstrap.contained(info, map);
    }

    @Override
    public void generateSchema(PersistenceUnitInfo info, @Nullable Map<?, ?> map) {
        bootstrap.generateSchema(info, map);
    }

    @Override
    public boolean generateSchema(String persistenceUnitName, @Nullable Map<?, ?> map) {
        return bootstrap.generateSchema(persistenceUnitName, map);
    }

    @Override
    public ProviderUtil getProviderUtil() {
        return OpenUnits.INSTANCE;
    }
}
