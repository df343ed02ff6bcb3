/**
 * The rules of the specification for mappings, one class each, named as the sentence that it checks.
 *
 * <p>A rule looks at what was written ({@code UnitRule}, {@code ClassRule}, {@code AttributeRule}) or at what was resolved
 * ({@code EntityRule}, {@code ModelRule}), and adds to the collector what it finds; it never throws and depends on no other rule.
 * {@link dev.dormouse.internal.mapping.rule.MappingRules} lists them all. Called by {@code mapping.resolve} while a factory starts.
 */
@NullMarked
package dev.dormouse.internal.mapping.rule;

import org.jspecify.annotations.NullMarked;
