package dev.dormouse.internal.mapping.raw;

import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.TypeName;
import jakarta.persistence.AccessType;
import jakarta.persistence.Entity;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A class whose state is mapped, with its place in its hierarchy and its persistent members.
 *
 * <p>What is inherited from a class that is neither entity nor mapped superclass is not persistent (section 2.11.3).
 */
public final class ManagedClass {

    private final RawUnit unit;
    private final RawClass declaration;
    private final Role role;
    private final AccessType access;
    private @Nullable List<RawAttribute> attributes;

    ManagedClass(RawUnit unit, RawClass declaration, Role role, AccessType access) {
        this.unit = unit;
        this.declaration = declaration;
        this.role = role;
        this.access = access;
    }

    public RawUnit unit() {
        return unit;
    }

    public RawClass declaration() {
        return declaration;
    }

    public Role role() {
        return role;
    }

    public AccessType access() {
        return access;
    }

    public String name() {
        return declaration.name();
    }

    public boolean has(Class<? extends Annotation> annotation) {
        return declaration.has(annotation);
    }

    public Optional<RawAnnotation> find(Class<? extends Annotation> annotation) {
        return declaration.annotations().find(annotation);
    }

    /** Returns the entity name (section 2.1). */
    public String entityName() {
        String written = find(Entity.class).map(entity -> entity.text("name")).orElse("");
        return written.isEmpty() ? TypeName.of(name()).simpleName() : written;
    }

    /** Returns the context under which failures of this class are reported. */
    public String context() {
        return role + " '" + name() + "'";
    }

    /** Returns the managed classes from the topmost down to this one. */
    public List<ManagedClass> lineage() {
        List<ManagedClass> lineage = new ArrayList<>();
        superclass().ifPresent(above -> lineage.addAll(above.lineage()));
        lineage.add(this);
        return lineage;
    }

    /** Returns the nearest managed superclass, whatever lies between. */
    public Optional<ManagedClass> superclass() {
        TypeUse above = declaration.superclass();
        while (above != null) {
            RawClass type = unit.classes().find(above.erasure()).orElse(null);
            if (type == null) {
                return Optional.empty();
            }
            Optional<ManagedClass> managed = unit.find(type.name());
            if (managed.isPresent()) {
                return managed;
            }
            above = type.superclass();
        }
        return Optional.empty();
    }

    /** Returns the nearest entity above. */
    public Optional<ManagedClass> superEntity() {
        return superclass().flatMap(above -> above.role == Role.ENTITY ? Optional.of(above) : above.superEntity());
    }

    /** Returns whether this is an entity with none above it. */
    public boolean isRootEntity() {
        return role == Role.ENTITY && superEntity().isEmpty();
    }

    /** Returns the topmost entity of the hierarchy, which may be this one. */
    public ManagedClass rootEntity() {
        return superEntity().map(ManagedClass::rootEntity).orElse(this);
    }

    /** Returns the annotation of this class or of the nearest managed class above that has it. */
    public Optional<RawAnnotation> findInherited(Class<? extends Annotation> annotation) {
        return find(annotation).or(() -> superclass().flatMap(above -> above.findInherited(annotation)));
    }

    /** Returns the persistent attributes, inherited ones first; an overridden property stands once, in the place of the first. */
    public List<RawAttribute> attributes() {
        if (attributes == null) {
            attributes = unit.persistentMembers().of(this);
        }
        return attributes;
    }

    /** Returns the attributes that this class itself declares. */
    public List<RawAttribute> declaredAttributes() {
        return attributes().stream()
                .filter(attribute -> attribute.member().declaringClass().equals(name()))
                .toList();
    }

    public Optional<RawAttribute> find(String attribute) {
        return attributes().stream()
                .filter(candidate -> candidate.name().equals(attribute))
                .findFirst();
    }

    /** Finds an attribute by a path through embedded values. */
    public Optional<RawAttribute> find(AttributePath path) {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        Optional<RawAttribute> head = find(path.head());
        return path.length() == 1
                ? head
                : head.flatMap(attribute -> unit.embeddable(attribute.type().name(), access))
                        .flatMap(embeddable -> embeddable.find(path.tail()));
    }

    /** Returns the attributes with the given annotation. */
    public List<RawAttribute> attributesWith(Class<? extends Annotation> annotation) {
        return attributes().stream()
                .filter(attribute -> attribute.has(annotation))
                .toList();
    }

    @Override
    public String toString() {
        return context();
    }
}
