package dev.dormouse.internal.query.build;

import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.store.plan.Modify;
import java.util.List;

/**
 * A bulk update or delete.
 *
 * @param before what is modified first: rows of join tables that go with the deleted entities
 * @param statement the modification of the entities, whose rows are counted
 * @param entity the entities
 * @param parameters what the frame is filled with
 */
public record BuiltModification(List<Modify> before, Modify statement, EntityLayout entity, QueryParameters parameters)
        implements BuiltStatement {

    public BuiltModification {
        before = List.copyOf(before);
    }
}
