package dev.dormouse.internal.mapping.raw;

import dev.dormouse.internal.mapping.model.BasicKind;
import dev.dormouse.internal.mapping.model.TypeName;
import jakarta.persistence.AccessType;
import jakarta.persistence.Converter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The classes of a persistence unit as written.
 *
 * <p>Mapped superclasses, superclass entities and embeddables that a listed class uses belong to the unit even if nobody listed them. A
 * listed class without a role (an enum, an id class, a listener) is tolerated.
 */
public final class RawUnit {

    private final String name;
    private final TypeHierarchy types;
    private final AccessTypes accessTypes;
    private final PersistentMembers persistentMembers;
    private final BasicTypes basicTypes;
    private final Map<String, ManagedClass> managed = new LinkedHashMap<>();
    private final Map<String, RawClass> converters = new LinkedHashMap<>();
    private final Map<String, ManagedClass> values = new HashMap<>();
    private final Set<String> missing = new LinkedHashSet<>();

    public RawUnit(String name, Collection<String> classNames, ClassSource classes) {
        this.name = name;
        this.types = new TypeHierarchy(classes);
        this.accessTypes = new AccessTypes(types);
        this.persistentMembers = new PersistentMembers(types);
        this.basicTypes = new BasicTypes(types);
        List<RawClass> listed = new ArrayList<>();
        for (String className : new LinkedHashSet<>(classNames)) {
            classes.find(className).ifPresentOrElse(listed::add, () -> missing.add(className));
        }
        listed.forEach(this::addConverter);
        listed.forEach(this::addWithSuperclasses);
        managed().forEach(this::addUsedEmbeddables);
        listed.stream()
                .filter(type -> Role.of(type) == Role.EMBEDDABLE)
                .forEach(type -> addEmbeddable(type, AccessType.FIELD));
    }

    private void addConverter(RawClass type) {
        if (type.has(Converter.class)) {
            converters.put(type.name(), type);
            basicTypes.addConverter(type);
        }
    }

    private void addWithSuperclasses(RawClass type) {
        TypeUse above = type.superclass();
        if (above != null) {
            classes().find(above.erasure()).ifPresent(this::addWithSuperclasses);
        }
        Role role = Role.of(type);
        if (role != null && role != Role.EMBEDDABLE && !managed.containsKey(type.name())) {
            managed.put(type.name(), new ManagedClass(this, type, role, accessTypes.of(type)));
        }
    }

    private void addUsedEmbeddables(ManagedClass user) {
        for (RawAttribute attribute : user.attributes()) {
            Stream.concat(Stream.of(attribute.type()), attribute.type().arguments().stream())
                    .forEach(type -> addUsedEmbeddable(type, user.access()));
            attribute.elementType().ifPresent(type -> addUsedEmbeddable(type, user.access()));
            attribute.keyType().ifPresent(type -> addUsedEmbeddable(type, user.access()));
        }
    }

    private void addUsedEmbeddable(TypeName type, AccessType container) {
        if (BasicKind.ofName(type.name()).isEmpty() && !managed.containsKey(type.name())) {
            classes()
                    .find(type.name())
                    .filter(found -> Role.of(found) == Role.EMBEDDABLE)
                    .ifPresent(found -> addUsedEmbeddables(addEmbeddable(found, container)));
        }
    }

    private ManagedClass addEmbeddable(RawClass type, AccessType container) {
        return managed.computeIfAbsent(type.name(), key -> value(type, Role.EMBEDDABLE, container));
    }

    public String name() {
        return name;
    }

    public ClassSource classes() {
        return types.classes();
    }

    public TypeHierarchy types() {
        return types;
    }

    public BasicTypes basicTypes() {
        return basicTypes;
    }

    PersistentMembers persistentMembers() {
        return persistentMembers;
    }

    /** Returns the listed classes that do not exist. */
    public Set<String> missing() {
        return missing;
    }

    /** Returns the managed classes, a superclass before its subclasses, else in the order in which they were listed. */
    public List<ManagedClass> managed() {
        return List.copyOf(managed.values());
    }

    public List<ManagedClass> managed(Role role) {
        return managed.values().stream().filter(type -> type.role() == role).toList();
    }

    /** Returns the listed classes with {@code @Converter}. */
    public Collection<RawClass> converters() {
        return converters.values();
    }

    public Optional<ManagedClass> find(String className) {
        return Optional.ofNullable(managed.get(className));
    }

    public Optional<ManagedClass> entity(String className) {
        return find(className).filter(type -> type.role() == Role.ENTITY);
    }

    /** Finds an embeddable class as it is in a class with the given access type. */
    public Optional<ManagedClass> embeddable(String className, AccessType container) {
        if (BasicKind.ofName(className).isPresent()) {
            return Optional.empty();
        }
        return classes()
                .find(className)
                .filter(type -> Role.of(type) == Role.EMBEDDABLE)
                .map(type -> value(type, Role.EMBEDDABLE, container));
    }

    /** Finds the class of an {@code @IdClass}, which needs no annotation. */
    public Optional<ManagedClass> idClass(String className, AccessType container) {
        return classes().find(className).map(type -> value(type, Role.ID_CLASS, container));
    }

    private ManagedClass value(RawClass type, Role role, AccessType container) {
        AccessType access = accessTypes.within(type, container);
        return values.computeIfAbsent(role + type.name() + access, key -> new ManagedClass(this, type, role, access));
    }
}
