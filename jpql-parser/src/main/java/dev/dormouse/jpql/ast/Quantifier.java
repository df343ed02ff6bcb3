package dev.dormouse.jpql.ast;

/**
 * How many values of a subquery a comparison must hold for (section 4.6.11).
 */
public enum Quantifier {
    /** Every value of the subquery. */
    ALL,
    /** At least one value of the subquery; SOME is read as this. */
    ANY
}
