package dev.dormouse.jpql.ast;

/**
 * A node of the tree that a query text is read into: an immutable record that knows where its text begins.
 */
public sealed interface Node
        permits Statement,
                SelectClause,
                SelectItem,
                SetStep,
                UpdateItem,
                FromItem,
                Join,
                OrderItem,
                Expression,
                ArithmeticStep,
                When,
                SimpleWhen,
                PathRoot {

    /** Returns where the text of this node begins. */
    Position position();
}
