package dev.dormouse.internal.mapping.source;

import dev.dormouse.internal.mapping.model.MemberModel;
import dev.dormouse.internal.mapping.raw.RawMember;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import org.jspecify.annotations.Nullable;

/** Finds the properties of a class: its getters, each with its setter (section 2.2.2). */
final class PropertyReading {

    private final TypeDescription type;

    PropertyReading(TypeDescription type) {
        this.type = type;
    }

    List<RawMember> read() {
        return type.getDeclaredMethods().stream()
                .filter(PropertyReading::isGetter)
                .map(this::property)
                .toList();
    }

    private static boolean isGetter(MethodDescription method) {
        if (!method.isMethod()
                || method.isStatic()
                || method.isSynthetic()
                || !method.getParameters().isEmpty()) {
            return false;
        }
        String name = method.getName();
        TypeDescription result = method.getReturnType().asErasure();
        return (name.startsWith("get") && name.length() > 3 && !result.represents(void.class))
                || (name.startsWith("is")
                        && name.length() > 2
                        && (result.represents(boolean.class) || result.represents(Boolean.class)));
    }

    private RawMember property(MethodDescription.InDefinedShape getter) {
        String suffix = getter.getName().substring(getter.getName().startsWith("is") ? 2 : 3);
        boolean hasSetter = hasSetter("set" + suffix, getter.getReturnType().asErasure());
        return new RawMember(
                decapitalize(suffix),
                type.getName(),
                MemberModel.Kind.PROPERTY,
                getter.getModifiers(),
                TypeUses.of(getter.getReturnType()),
                getter.getName(),
                hasSetter ? "set" + suffix : null,
                AnnotationReading.of(getter.getDeclaredAnnotations()));
    }

    private boolean hasSetter(String name, TypeDescription argument) {
        if (isSetterIn(type, name, argument)) {
            return true;
        }
        TypeDescription.Generic above = type.getSuperClass();
        while (above != null && !above.represents(Object.class)) {
            if (isSetterIn(above.asErasure(), name, null)) {
                return true;
            }
            above = above.asErasure().getSuperClass();
        }
        return false;
    }

    /** A superclass may declare the setter with a type variable, so its parameter type is not compared. */
    private static boolean isSetterIn(TypeDescription declaring, String name, @Nullable TypeDescription argument) {
        return declaring.getDeclaredMethods().stream()
                .anyMatch(method -> method.getName().equals(name)
                        && !method.isStatic()
                        && method.getParameters().size() == 1
                        && (argument == null
                                || method.getParameters()
                                        .get(0)
                                        .getType()
                                        .asErasure()
                                        .equals(argument)));
    }

    /** The rule of {@code java.beans.Introspector}, without the module that it lives in. */
    private static String decapitalize(String name) {
        boolean acronym =
                name.length() > 1 && Character.isUpperCase(name.charAt(0)) && Character.isUpperCase(name.charAt(1));
        return acronym ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
