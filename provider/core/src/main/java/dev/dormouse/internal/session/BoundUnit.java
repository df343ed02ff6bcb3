package dev.dormouse.internal.session;

import dev.dormouse.internal.context.EntityTypes;
import dev.dormouse.internal.context.generate.IdGenerators;
import dev.dormouse.internal.context.load.RecordLookup;
import dev.dormouse.internal.query.StatementCompiler;

/**
 * What of a unit holds the numbers and fields of its tables. When the tables are created anew, it is made anew.
 *
 * @param types the entities
 * @param generators gives ids
 * @param lookup finds records
 * @param compiler compiles queries
 */
public record BoundUnit(EntityTypes types, IdGenerators generators, RecordLookup lookup, StatementCompiler compiler) {}
