/** Tests of what a URL means to a client. */
@NullMarked
package dev.dormouse.mongodb.internal.client;

import org.jspecify.annotations.NullMarked;
