/**
 * The specification by section: one package a chapter, one class a section. Every test runs on the store that the system property
 * {@code dormouse.test.store} names, the same tests on each.
 */
@NullMarked
package dev.dormouse.spec;

import org.jspecify.annotations.NullMarked;
