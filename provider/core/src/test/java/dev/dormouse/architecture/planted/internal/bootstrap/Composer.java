package dev.dormouse.architecture.planted.internal.bootstrap;

/** What nothing but the provider may see. */
public class Composer {}
