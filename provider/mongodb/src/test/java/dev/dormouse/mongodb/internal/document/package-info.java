/** Tests of how records lie in documents. */
@org.jspecify.annotations.NullMarked
package dev.dormouse.mongodb.internal.document;
