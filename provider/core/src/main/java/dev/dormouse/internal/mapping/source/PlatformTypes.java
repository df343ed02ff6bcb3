package dev.dormouse.internal.mapping.source;

import java.util.Set;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.pool.TypePool;

/**
 * Describes the classes of the Java platform and of the persistence API by the loaded ones: they are the same for every application, need
 * not be read again for each unit, and are found even where the loader of a unit does not see their class files.
 */
final class PlatformTypes extends TypePool.AbstractBase {

    private static final ClassLoader LOADER = PlatformTypes.class.getClassLoader();
    private static final Set<String> PREFIXES = Set.of("java.", "jakarta.persistence.", "dev.dormouse.annotation.");

    PlatformTypes() {
        super(CacheProvider.NoOp.INSTANCE);
    }

    @Override
    protected Resolution doDescribe(String name) {
        if (PREFIXES.stream().noneMatch(name::startsWith)) {
            return new Resolution.Illegal(name);
        }
        try {
            return new Resolution.Simple(TypeDescription.ForLoadedType.of(Class.forName(name, false, LOADER)));
        } catch (ClassNotFoundException e) {
            return new Resolution.Illegal(name);
        }
    }
}
