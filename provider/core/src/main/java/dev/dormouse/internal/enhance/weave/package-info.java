/**
 * Enhances class files: entity classes, mapped superclasses and embeddable classes get a state, and every access of a persistent field, in them and in the
 * other classes of the build, tells of itself first.
 *
 * <p>{@link dev.dormouse.internal.enhance.weave.EnhancementPlugin} runs in builds, {@link
 * dev.dormouse.internal.enhance.weave.UnitTransformer} in containers. They read class files only and
 * load no class. A class that cannot be enhanced is left plain, which is logged with the reason; one that another version enhanced fails the build.
 */
@NullMarked
package dev.dormouse.internal.enhance.weave;

import org.jspecify.annotations.NullMarked;
