package dev.dormouse.internal.mapping.raw;

import dev.dormouse.internal.mapping.model.MemberModel;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * A field, property or record component that may hold persistent state.
 *
 * @param name the attribute's name
 * @param declaringClass the class that declares it
 * @param kind field, property or record component
 * @param modifiers the modifiers of the field or getter, as {@link Modifier} reads them
 * @param type the declared type
 * @param getter the reading method, null for a field
 * @param setter the writing method, null where there is none
 * @param annotations what stands on the field or getter
 */
public record RawMember(
        String name,
        String declaringClass,
        MemberModel.Kind kind,
        int modifiers,
        TypeUse type,
        @Nullable String getter,
        @Nullable String setter,
        RawAnnotations annotations) {

    public String location() {
        return declaringClass + "." + (kind == MemberModel.Kind.PROPERTY ? getter + "()" : name);
    }
}
