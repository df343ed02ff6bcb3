/**
 * Ids that the provider generates: from sequences in blocks, from tables, as identities, as UUIDs (specification, section 11.1.20).
 *
 * <p>One {@link dev.dormouse.internal.context.generate.IdGenerators} for each factory, called by any thread. A missing sequence is a
 * {@code PersistenceException}.
 */
@NullMarked
package dev.dormouse.internal.context.generate;

import org.jspecify.annotations.NullMarked;
