package dev.dormouse.internal.enhance;

import dev.dormouse.internal.mapping.model.MemberModel;
import jakarta.persistence.PersistenceException;
import java.lang.System.Logger.Level;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** References that are instances of a generated subclass, a hidden nest mate of the entity class. */
final class GeneratedReferences implements LazyReferences {

    private static final System.Logger LOG = System.getLogger(LazyReferences.class.getName());

    private final Class<?> entityClass;
    private final List<MemberModel> id;
    private volatile @Nullable Generated generated;

    GeneratedReferences(Class<?> entityClass, List<MemberModel> id) {
        this.entityClass = entityClass;
        this.id = id;
    }

    @Override
    public Optional<String> obstacle() {
        return Optional.ofNullable(generated().obstacle);
    }

    @Override
    public LazyReference newReference() {
        Generated made = generated();
        if (made.constructor == null) {
            throw new AssertionError("no lazy reference to " + entityClass.getName() + ": " + made.obstacle);
        }
        try {
            return (LazyReference) made.constructor.invokeExact();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new PersistenceException(EnhanceMessages.CONSTRUCTOR_FAILED.text(entityClass.getName()), e);
        }
    }

    private Generated generated() {
        Generated made = generated;
        return made == null ? generate() : made;
    }

    private synchronized Generated generate() {
        if (generated == null) {
            OverridableMethods methods = new OverridableMethods(entityClass);
            String obstacle = obstacle(methods);
            if (obstacle == null) {
                IdGetters getters = new IdGetters(entityClass, id);
                byte[] code = new ReferenceWriter(entityClass, methods.list(), getters).write();
                generated = new Generated(null, HiddenClasses.reference(entityClass, code));
            } else {
                if (!Modifier.isAbstract(entityClass.getModifiers())) {
                    LOG.log(Level.INFO, EnhanceMessages.LOADED_AT_ONCE.text(entityClass.getName(), obstacle));
                }
                generated = new Generated(obstacle, null);
            }
        }
        return generated;
    }

    private @Nullable String obstacle(OverridableMethods methods) {
        int modifiers = entityClass.getModifiers();
        if (Modifier.isAbstract(modifiers)) {
            return "the class is abstract";
        }
        if (Modifier.isFinal(modifiers) || entityClass.isSealed()) {
            return Modifier.isFinal(modifiers) ? "the class is final" : "the class is sealed";
        }
        if (Arrays.stream(entityClass.getDeclaredConstructors()).noneMatch(c -> c.getParameterCount() == 0)) {
            return "the class has no constructor without parameters";
        }
        return methods.obstacle()
                .map(method -> "the method " + method + " cannot be overridden")
                .orElse(null);
    }

    private record Generated(@Nullable String obstacle, @Nullable MethodHandle constructor) {}
}
