package dev.dormouse.internal.layout.document;

import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.ColumnModel;
import dev.dormouse.internal.mapping.model.EntityModel;
import dev.dormouse.internal.mapping.model.IdModel;
import dev.dormouse.internal.mapping.model.IdPart;
import java.util.Optional;

/** The columns of id attributes: where an association gives a part of the id, it is the association's column. */
final class IdColumns {

    private IdColumns() {}

    /** Returns the key column of a basic attribute of an entity, by its path; empty if it is none of the id. */
    static Optional<ColumnModel> of(EntityModel entity, AttributePath path) {
        return entity.id().parts().stream()
                .filter(part -> pathOf(entity.id(), part).equals(path))
                .map(IdPart::column)
                .findFirst();
    }

    private static AttributePath pathOf(IdModel id, IdPart part) {
        if (id instanceof IdModel.Simple simple) {
            return AttributePath.of(simple.attribute());
        }
        return id instanceof IdModel.Embedded embedded
                ? AttributePath.of(embedded.attribute()).append(part.inId())
                : part.path();
    }
}
