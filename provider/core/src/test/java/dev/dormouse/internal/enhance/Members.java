package dev.dormouse.internal.enhance;

import dev.dormouse.internal.mapping.model.MemberModel;
import dev.dormouse.internal.mapping.model.TypeName;
import org.jspecify.annotations.Nullable;

/** Describes members as the mapping does. */
final class Members {

    private Members() {}

    static MemberModel field(Class<?> owner, String name, Class<?> type) {
        return member(owner, name, type, MemberModel.Kind.FIELD, null, null);
    }

    static MemberModel property(Class<?> owner, String name, Class<?> type, String getter, String setter) {
        return member(owner, name, type, MemberModel.Kind.PROPERTY, getter, setter);
    }

    static MemberModel component(Class<?> owner, String name, Class<?> type) {
        return member(owner, name, type, MemberModel.Kind.RECORD_COMPONENT, name, null);
    }

    private static MemberModel member(
            Class<?> owner,
            String name,
            Class<?> type,
            MemberModel.Kind kind,
            @Nullable String getter,
            @Nullable String setter) {
        return new MemberModel(name, owner.getName(), kind, TypeName.of(type), type.getName(), getter, setter);
    }
}
