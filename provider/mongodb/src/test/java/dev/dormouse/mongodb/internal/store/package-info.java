/** Tests of the store on a real server: the contract of all stores, and what is MongoDB's own. */
@NullMarked
package dev.dormouse.mongodb.internal.store;

import org.jspecify.annotations.NullMarked;
