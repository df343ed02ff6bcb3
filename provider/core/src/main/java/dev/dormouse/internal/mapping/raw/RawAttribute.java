package dev.dormouse.internal.mapping.raw;

import dev.dormouse.annotation.StoredAs;
import dev.dormouse.internal.mapping.model.CollectionModel;
import dev.dormouse.internal.mapping.model.MemberModel;
import dev.dormouse.internal.mapping.model.TypeName;
import jakarta.persistence.Convert;
import jakarta.persistence.Converts;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyClass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A persistent member seen from a managed class that declares or inherits it.
 *
 * @param owner the class from which it is seen
 * @param member the member
 * @param type its type, variables replaced by what they stand for in {@code owner}
 */
public record RawAttribute(ManagedClass owner, RawMember member, TypeName type) {

    public String name() {
        return member.name();
    }

    public RawAnnotations annotations() {
        return member.annotations();
    }

    public boolean has(Class<? extends Annotation> annotation) {
        return member.annotations().has(annotation);
    }

    public Optional<RawAnnotation> find(Class<? extends Annotation> annotation) {
        return member.annotations().find(annotation);
    }

    /** Returns whether {@link StoredAs} says so. */
    public boolean isStoredAs(StoredAs.Form form) {
        return find(StoredAs.class)
                .filter(written -> written.constant("value", StoredAs.Form.class) == form)
                .isPresent();
    }

    /** Returns the context under which failures of this attribute are reported, within that of its class. */
    public String context() {
        return "attribute '" + name() + "'";
    }

    /** Returns whether its type depends on the class from which it is seen. */
    public boolean isOpen() {
        return member.type().isOpen();
    }

    public boolean isId() {
        return has(Id.class) || has(EmbeddedId.class);
    }

    /** Returns what it is, by its annotations or else by its type (section 2.9); empty if neither tells. */
    public Optional<AttributeKind> kind() {
        Set<AttributeKind> named = AttributeKind.named(annotations());
        if (!named.isEmpty()) {
            return Optional.of(named.iterator().next());
        }
        if (embeddable(type).isPresent()) {
            return Optional.of(AttributeKind.EMBEDDED);
        }
        return isBasic() ? Optional.of(AttributeKind.BASIC) : Optional.empty();
    }

    private boolean isBasic() {
        BasicTypes types = owner.unit().basicTypes();
        return types.kind(type).isPresent()
                || !types.autoApplied(type).isEmpty()
                || annotations().all(Convert.class, Converts.class).stream()
                        .anyMatch(convert -> convert.text("attributeName").isEmpty());
    }

    /** Returns the kind of its collection, empty if its type is none of the specification's interfaces. */
    public Optional<CollectionModel.Kind> collectionKind() {
        return switch (type.name()) {
            case "java.util.Collection" -> Optional.of(CollectionModel.Kind.COLLECTION);
            case "java.util.List" -> Optional.of(CollectionModel.Kind.LIST);
            case "java.util.Set" -> Optional.of(CollectionModel.Kind.SET);
            case "java.util.Map" -> Optional.of(CollectionModel.Kind.MAP);
            default -> Optional.empty();
        };
    }

    public boolean isMap() {
        return type.name().equals("java.util.Map");
    }

    /** Returns the type of an association's target: what the annotation says, else the attribute's type or its element type. */
    public Optional<TypeName> targetType() {
        return association()
                .map(annotation -> annotation.typeOrNull("targetEntity"))
                .or(() -> kind().orElse(AttributeKind.BASIC) == AttributeKind.TO_ONE
                        ? Optional.of(type)
                        : lastArgument());
    }

    public Optional<RawAnnotation> association() {
        return Stream.of(OneToOne.class, ManyToOne.class, OneToMany.class, ManyToMany.class)
                .flatMap(kind -> find(kind).stream())
                .findFirst();
    }

    /** Returns the target entity of an association, empty if there is none of that type. */
    public Optional<ManagedClass> target() {
        return targetType().flatMap(target -> owner.unit().entity(target.name()));
    }

    /** Returns {@code mappedBy}, or null for an owning side. */
    public @Nullable String mappedBy() {
        return association()
                .filter(annotation -> annotation.values().containsKey("mappedBy"))
                .map(annotation -> annotation.textOrNull("mappedBy"))
                .orElse(null);
    }

    /** Returns the type of the elements of an element collection; of the values, for a map. */
    public Optional<TypeName> elementType() {
        return find(ElementCollection.class)
                .map(annotation -> annotation.typeOrNull("targetClass"))
                .or(this::lastArgument);
    }

    /** Returns the type of the keys of a map: what {@code @MapKeyClass} says, else the type argument. */
    public Optional<TypeName> keyType() {
        return find(MapKeyClass.class)
                .map(annotation -> annotation.type("value"))
                .or(() -> type.arguments().size() == 2
                        ? Optional.of(type.arguments().get(0))
                        : Optional.empty());
    }

    private Optional<TypeName> lastArgument() {
        int count = type.arguments().size();
        return count == 0 ? Optional.empty() : Optional.of(type.arguments().get(count - 1));
    }

    /** Returns a type as an embeddable in this place, empty if it is none. */
    public Optional<ManagedClass> embeddable(TypeName embedded) {
        return owner.unit().embeddable(embedded.name(), owner.access());
    }

    public MemberModel model() {
        return new MemberModel(
                member.name(),
                member.declaringClass(),
                member.kind(),
                type,
                member.type().erasure(),
                member.getter(),
                member.setter());
    }
}
