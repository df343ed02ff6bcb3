package dev.dormouse.internal.mapping.raw;

import dev.dormouse.internal.mapping.model.MemberModel;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A class as written.
 *
 * @param name the name, as {@link Class#getName()} gives it
 * @param modifiers its modifiers, as {@link Modifier} reads them; those of the declaration for a member class
 * @param nesting where it is declared
 * @param typeVariables the names of its type variables
 * @param superclass the superclass, null for {@code Object} and interfaces
 * @param interfaces the interfaces it implements or extends directly
 * @param members its fields (or record components) and properties
 * @param methods its methods
 * @param constructors its constructors
 * @param annotations what stands on it
 */
public record RawClass(
        String name,
        int modifiers,
        Nesting nesting,
        List<String> typeVariables,
        @Nullable TypeUse superclass,
        List<TypeUse> interfaces,
        List<RawMember> members,
        List<RawMethod> methods,
        List<RawMethod> constructors,
        RawAnnotations annotations) {

    /** Where a class is declared. */
    public enum Nesting {
        TOP_LEVEL,
        STATIC_MEMBER,
        /** An inner, local or anonymous class: its instances need more than its constructor shows. */
        INNER
    }

    public RawClass {
        typeVariables = List.copyOf(typeVariables);
        interfaces = List.copyOf(interfaces);
        members = List.copyOf(members);
        methods = List.copyOf(methods);
        constructors = List.copyOf(constructors);
    }

    public boolean isAbstract() {
        return Modifier.isAbstract(modifiers);
    }

    public boolean isFinal() {
        return Modifier.isFinal(modifiers);
    }

    public boolean isInterface() {
        return Modifier.isInterface(modifiers);
    }

    public boolean isRecord() {
        return isDirectSubclassOf("java.lang.Record");
    }

    public boolean isEnum() {
        return isDirectSubclassOf("java.lang.Enum");
    }

    public boolean has(Class<? extends Annotation> annotation) {
        return annotations.has(annotation);
    }

    public Stream<RawMember> members(MemberModel.Kind kind) {
        return members.stream().filter(member -> member.kind() == kind);
    }

    private boolean isDirectSubclassOf(String className) {
        return superclass != null && superclass.erasure().equals(className);
    }
}
