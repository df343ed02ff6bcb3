package dev.dormouse.internal.enhance.weave;

import dev.dormouse.internal.mapping.model.MemberModel;
import dev.dormouse.internal.mapping.raw.ClassSource;
import dev.dormouse.internal.mapping.raw.RawMember;
import dev.dormouse.internal.mapping.raw.RawUnit;
import dev.dormouse.internal.mapping.source.ClassFileSource;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.bytebuddy.dynamic.ClassFileLocator;

/** Tells which fields hold the state of entities, from class files. Thread-safe. */
final class PersistentFields {

    private final ClassFileLocator files;
    private final ClassSource descriptions;
    private final Map<String, Optional<ClassOutline>> outlines = new HashMap<>();
    private final Map<String, Set<String>> declared = new HashMap<>();

    PersistentFields(ClassFileLocator files) {
        this.files = files;
        this.descriptions = new ClassFileSource(files);
    }

    private Optional<ClassOutline> outline(String className) {
        return outlines.computeIfAbsent(className, name -> ClassOutline.of(name, files));
    }

    /** Tells whether a class is an entity class or a mapped superclass. */
    synchronized boolean isManaged(String className) {
        return outline(className).filter(ClassOutline::isManaged).isPresent();
    }

    /** Returns why an entity class or mapped superclass is left plain; empty for one that is not. */
    synchronized Optional<String> obstacle(String className) {
        return outline(className)
                .filter(ClassOutline::isManaged)
                .map(ClassOutline::nativeMethod)
                .map(method -> "the method " + method + " is native and may reach its fields unseen");
    }

    /**
     * Returns the names of the persistent fields that a class declares, in alphabetical order. Those of the id are not among them: it is
     * always loaded and never changes; nor are final ones, which no bytecode assigns but constructors.
     */
    synchronized Set<String> declaredBy(String className) {
        Set<String> known = declared.get(className);
        if (known == null) {
            known = isManaged(className) ? read(className) : Set.of();
            declared.put(className, known);
        }
        return known;
    }

    private Set<String> read(String className) {
        Set<String> names = new TreeSet<>();
        new RawUnit("enhancement", List.of(className), descriptions)
                .find(className)
                .ifPresent(type -> type.declaredAttributes().stream()
                        .filter(attribute -> !attribute.isId())
                        .map(attribute -> attribute.member())
                        .filter(PersistentFields::isAssignable)
                        .forEach(member -> names.add(member.name())));
        return names;
    }

    private static boolean isAssignable(RawMember member) {
        return member.kind() == MemberModel.Kind.FIELD && !Modifier.isFinal(member.modifiers());
    }

    /**
     * Tells whether a field that an instruction names is persistent.
     *
     * @param owner the class that the instruction names, which may inherit the field
     */
    synchronized boolean contains(String owner, String field) {
        String className = owner;
        while (className != null && !className.startsWith("java.") && !className.startsWith("[")) {
            ClassOutline outline = outline(className).orElse(null);
            if (outline == null) {
                return false;
            }
            if (outline.declares(field)) {
                return declaredBy(className).contains(field);
            }
            className = outline.superclass();
        }
        return false;
    }
}
