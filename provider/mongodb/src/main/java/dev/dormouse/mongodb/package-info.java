/**
 * The store on MongoDB: each table is a collection, each record a document that any other program can read.
 */
@NullMarked
package dev.dormouse.mongodb;

import org.jspecify.annotations.NullMarked;
