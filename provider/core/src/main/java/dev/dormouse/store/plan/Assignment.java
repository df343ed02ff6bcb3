package dev.dormouse.store.plan;

/**
 * A slot and what fills it.
 *
 * @param slot the slot
 * @param value the expression; its type is the slot's
 */
public record Assignment(Slot slot, Expression value) {}
