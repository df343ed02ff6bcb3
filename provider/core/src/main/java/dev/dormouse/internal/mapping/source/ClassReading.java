package dev.dormouse.internal.mapping.source;

import dev.dormouse.internal.mapping.model.MemberModel;
import dev.dormouse.internal.mapping.raw.RawClass;
import dev.dormouse.internal.mapping.raw.RawMember;
import dev.dormouse.internal.mapping.raw.RawMethod;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;

/** Turns the description of one class into what was written. */
final class ClassReading {

    private final TypeDescription type;

    ClassReading(TypeDescription type) {
        this.type = type;
    }

    RawClass read() {
        List<RawMember> members = new ArrayList<>();
        type.getDeclaredFields().stream()
                .filter(field -> !field.isSynthetic() && !field.isEnum())
                .map(this::field)
                .forEach(members::add);
        if (!type.isRecord()) {
            members.addAll(new PropertyReading(type).read());
        }
        return new RawClass(
                type.getName(),
                type.getModifiers(),
                nesting(),
                type.getTypeVariables().stream()
                        .map(TypeDescription.Generic::getSymbol)
                        .toList(),
                type.getSuperClass() == null ? null : TypeUses.of(type.getSuperClass()),
                type.getInterfaces().stream().map(TypeUses::of).toList(),
                members,
                methods(),
                constructors(),
                AnnotationReading.of(type.getDeclaredAnnotations()));
    }

    private RawClass.Nesting nesting() {
        if (!type.isMemberType()) {
            return type.isLocalType() || type.isAnonymousType() ? RawClass.Nesting.INNER : RawClass.Nesting.TOP_LEVEL;
        }
        return Modifier.isStatic(type.getModifiers()) ? RawClass.Nesting.STATIC_MEMBER : RawClass.Nesting.INNER;
    }

    private RawMember field(FieldDescription.InDefinedShape field) {
        boolean component = type.isRecord() && !field.isStatic();
        return new RawMember(
                field.getName(),
                type.getName(),
                component ? MemberModel.Kind.RECORD_COMPONENT : MemberModel.Kind.FIELD,
                field.getModifiers(),
                TypeUses.of(field.getType()),
                component ? field.getName() : null,
                null,
                AnnotationReading.of(field.getDeclaredAnnotations()));
    }

    private List<RawMethod> methods() {
        return type.getDeclaredMethods().stream()
                .filter(method -> method.isMethod() && !method.isSynthetic())
                .map(this::method)
                .toList();
    }

    private List<RawMethod> constructors() {
        return type.getDeclaredMethods().stream()
                .filter(method -> method.isConstructor() && !method.isSynthetic())
                .map(this::method)
                .toList();
    }

    private RawMethod method(MethodDescription.InDefinedShape method) {
        return new RawMethod(
                method.getInternalName(),
                type.getName(),
                method.getModifiers(),
                method.getParameters().asTypeList().asErasures().stream()
                        .map(TypeDescription::getName)
                        .toList(),
                method.getReturnType().asErasure().getName(),
                AnnotationReading.of(method.getDeclaredAnnotations()));
    }
}
