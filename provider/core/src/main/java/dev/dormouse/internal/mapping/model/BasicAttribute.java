package dev.dormouse.internal.mapping.model;

import org.jspecify.annotations.Nullable;

/**
 * An attribute of a basic type, or of any type with a converter.
 *
 * @param member where the state is
 * @param value how a value becomes what is stored
 * @param column where it is stored
 * @param generation how an id value is generated, null for an attribute that the application assigns
 * @param isLazy whether {@code @Basic(fetch = LAZY)} allows to load it later
 * @param isOptional whether null is allowed by {@code @Basic(optional)} and the type is not primitive; the column has its own say
 */
public record BasicAttribute(
        MemberModel member,
        BasicValue value,
        ColumnModel column,
        @Nullable GenerationModel generation,
        boolean isLazy,
        boolean isOptional)
        implements AttributeModel {}
