package dev.dormouse.internal.enhance;

import java.lang.reflect.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an accessor cannot have in its code.
 *
 * @param type the class whose attributes it accesses
 * @param members the members behind the attributes, by their positions
 * @param inherited accessors of superclasses, by the number that the code has for each
 * @param finals the final fields by attribute, accessible; null where an attribute is no final field
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record AccessorParts(
        Class<?> type, List<AccessedMember> members, ClassAccessor[] inherited, @Nullable Field[] finals) {}
