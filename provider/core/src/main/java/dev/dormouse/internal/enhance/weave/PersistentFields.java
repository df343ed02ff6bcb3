package dev.dormouse.internal.enhance.weave;

import dev.dormouse.internal.mapping.model.MemberModel;
import dev.dormouse.internal.mapping.raw.ClassSource;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawMember;
import dev.dormouse.internal.mapping.raw.RawUnit;
import dev.dormouse.internal.mapping.source.ClassFileSource;
import java.io.Serializable;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import net.bytebuddy.dynamic.ClassFileLocator;
import org.jspecify.annotations.Nullable;

/** Tells which fields hold the state of entities and embeddables, from class files. Thread-safe. */
final class PersistentFields {

    private final ClassFileLocator files;
    private final ClassSource descriptions;
    private final Map<String, Optional<ClassOutline>> outlines = new HashMap<>();
    private final Map<String, Declared> declared = new HashMap<>();

    PersistentFields(ClassFileLocator files) {
        this.files = files;
        this.descriptions = new ClassFileSource(files);
    }

    private Optional<ClassOutline> outline(String className) {
        return outlines.computeIfAbsent(className, name -> ClassOutline.of(name, files));
    }

    /** Tells whether a class is an entity class, a mapped superclass or an embeddable class. */
    synchronized boolean isManaged(String className) {
        return outline(className).filter(ClassOutline::isManaged).isPresent();
    }

    /** Returns why such a class is left plain; empty for one that is not. */
    synchronized Optional<String> obstacle(String className) {
        return outline(className)
                .filter(ClassOutline::isManaged)
                .map(ClassOutline::nativeMethod)
                .map(method -> "the method " + method + " is native and may reach its fields unseen");
    }

    /** Returns the {@code serialVersionUID} that a class has by default; empty if it declares one, or needs none. */
    synchronized OptionalLong serialVersion(String className) {
        boolean isMissing = outline(className)
                .filter(outline -> !outline.declares("serialVersionUID"))
                .isPresent();
        return isMissing && isSerializable(className)
                ? OptionalLong.of(DefaultSerialVersion.of(className, files))
                : OptionalLong.empty();
    }

    private boolean isSerializable(String type) {
        return type.equals(Serializable.class.getName())
                || outline(type)
                        .map(ClassOutline::supertypes)
                        .filter(supertypes -> supertypes.stream().anyMatch(this::isSerializable))
                        .isPresent();
    }

    /**
     * The fields of a class that hold state.
     *
     * @param fields the names of persistent fields
     * @param properties the names of properties by that of the field that they return and assign
     */
    record Declared(Set<String> fields, Map<String, String> properties) {

        private static final Declared NONE = new Declared(Set.of(), Map.of());

        @Nullable
        String attribute(String field) {
            return fields.contains(field) ? field : properties.get(field);
        }
    }

    /**
     * Returns the fields that a class declares. Those of the id are not among them: it is always loaded and never changes; nor are final
     * ones, which no bytecode assigns but constructors, and those of properties that do more than to return and assign a field.
     */
    synchronized Declared declaredBy(String className) {
        Declared known = declared.get(className);
        if (known == null) {
            known = isManaged(className) ? read(className) : Declared.NONE;
            declared.put(className, known);
        }
        return known;
    }

    private Declared read(String className) {
        Optional<ManagedClass> managed = new RawUnit("enhancement", List.of(className), descriptions).find(className);
        List<RawMember> members = managed.map(type -> type.declaredAttributes().stream()
                        .filter(attribute -> !attribute.isId())
                        .map(attribute -> attribute.member())
                        .toList())
                .orElse(List.of());
        Set<String> fields = members.stream()
                .filter(PersistentFields::isAssignable)
                .map(RawMember::name)
                .collect(Collectors.toSet());
        Map<String, String> properties = properties(className, members, fields);
        if (outline(className).filter(ClassOutline::isEmbeddable).isPresent()) {
            managed.ifPresent(type -> properties.putAll(propertiesOfOwners(type, fields)));
        }
        return new Declared(fields, properties);
    }

    /** Returns the properties of an embeddable with the names of its fields: its owners may have access by them where it does not say. */
    private Map<String, String> propertiesOfOwners(ManagedClass type, Set<String> fields) {
        List<RawMember> members =
                type.declaration().members(MemberModel.Kind.PROPERTY).toList();
        Map<String, String> properties = properties(type.name(), members, Set.of());
        properties
                .entrySet()
                .removeIf(each -> !each.getKey().equals(each.getValue()) || !fields.contains(each.getKey()));
        return properties;
    }

    private static boolean isAssignable(RawMember member) {
        return member.kind() == MemberModel.Kind.FIELD && !Modifier.isFinal(member.modifiers());
    }

    /** A field of two attributes is left out: an assignment would be told of one only. */
    private Map<String, String> properties(String className, List<RawMember> members, Set<String> fields) {
        Map<String, String> properties = new HashMap<>();
        if (members.stream().noneMatch(member -> member.kind() == MemberModel.Kind.PROPERTY)) {
            return properties;
        }
        PropertyBodies bodies = PropertyBodies.of(className, files);
        Set<String> seen = new HashSet<>(fields);
        for (RawMember member : members) {
            String getter = member.getter();
            String setter = member.setter();
            String field = getter == null || setter == null ? null : bodies.fieldOf(getter, setter);
            if (field == null || !isAssignable(className, field)) {
                continue;
            }
            if (seen.add(field)) {
                properties.put(field, member.name());
            } else {
                properties.remove(field);
            }
        }
        return properties;
    }

    private boolean isAssignable(String className, String field) {
        return outline(className)
                .filter(outline -> outline.declaresAssignable(field))
                .isPresent();
    }

    /**
     * Returns the attribute whose state a field is that an instruction names; null if it is that of none.
     *
     * @param owner the class that the instruction names, which may inherit the field
     */
    synchronized @Nullable String attribute(String owner, String field) {
        String className = owner;
        while (className != null && !className.startsWith("java.") && !className.startsWith("[")) {
            ClassOutline outline = outline(className).orElse(null);
            if (outline == null) {
                return null;
            }
            if (outline.declares(field)) {
                return declaredBy(className).attribute(field);
            }
            className = outline.superclass();
        }
        return null;
    }
}
