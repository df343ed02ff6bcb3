package dev.dormouse.architecture.planted.store;

/** Stands for the store that a rule must not know. */
public class Store {}
