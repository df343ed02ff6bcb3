package dev.dormouse.jpql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One element of a FROM clause, with the joins written behind it (section 4.4).
 */
public sealed interface FromItem extends Node permits RangeVariable, DerivedPath, CollectionMember {

    /** Returns the declared identification variable, or null where none was written. */
    @Nullable
    Identifier variable();

    /** Returns the joins behind this element, from left to right. */
    List<Join> joins();
}
