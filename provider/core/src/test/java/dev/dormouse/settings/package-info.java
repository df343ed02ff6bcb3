/** Tests of settings. */
@NullMarked
package dev.dormouse.settings;

import org.jspecify.annotations.NullMarked;
