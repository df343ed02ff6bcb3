package dev.dormouse.internal.enhance;

import dev.dormouse.internal.mapping.model.MemberModel;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A persistent member as it is in the loaded class: either a field, or a getter, which a record's component has alone.
 *
 * @param position the attribute's position in its accessor
 * @param owner the class that declares it
 * @param type the type in the bytecode
 * @param field the field, null for a property or component
 * @param getter the reading method, null for a field
 * @param setter the writing method, null for a field, a component and a property without one
 */
record AccessedMember(
        int position,
        Class<?> owner,
        Class<?> type,
        @Nullable Field field,
        @Nullable Method getter,
        @Nullable Method setter) {

    static AccessedMember of(int position, Class<?> type, MemberModel member) {
        Class<?> owner = declaringClass(type, member);
        try {
            if (member.kind() == MemberModel.Kind.FIELD) {
                Field field = owner.getDeclaredField(member.name());
                return new AccessedMember(position, owner, field.getType(), field, null, null);
            }
            String reading = member.getter();
            Method getter = owner.getDeclaredMethod(reading == null ? member.name() : reading);
            return new AccessedMember(
                    position, owner, getter.getReturnType(), null, getter, setter(owner, member, getter));
        } catch (NoSuchFieldException | NoSuchMethodException e) {
            throw new PersistenceException(EnhanceMessages.MEMBER_MISSING.text(member.location()), e);
        }
    }

    private static @Nullable Method setter(Class<?> owner, MemberModel member, Method getter) {
        String name = member.setter();
        return name == null
                ? null
                : Arrays.stream(owner.getDeclaredMethods())
                        .filter(m -> m.getName().equals(name) && !m.isBridge())
                        .filter(m -> Arrays.equals(m.getParameterTypes(), new Class<?>[] {getter.getReturnType()}))
                        .findFirst()
                        .orElse(null);
    }

    private static Class<?> declaringClass(Class<?> type, MemberModel member) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            if (c.getName().equals(member.declaringClass())) {
                return c;
            }
        }
        throw new PersistenceException(EnhanceMessages.MEMBER_MISSING.text(member.location()));
    }

    boolean isFinalField() {
        return field != null && Modifier.isFinal(field.getModifiers());
    }

    /** Tells whether code that is a nest mate of a class can touch the member. */
    boolean isVisibleTo(Class<?> host) {
        if (owner == host) {
            return true;
        }
        boolean isNear =
                owner.getPackageName().equals(host.getPackageName()) && owner.getClassLoader() == host.getClassLoader();
        return isNear
                ? modifiers().noneMatch(Modifier::isPrivate)
                : modifiers().allMatch(Modifier::isPublic) && Modifier.isPublic(owner.getModifiers());
    }

    private IntStream modifiers() {
        return Stream.<@Nullable Member>of(field, getter, setter)
                .filter(Objects::nonNull)
                .mapToInt(Member::getModifiers);
    }
}
