package dev.dormouse.internal.mapping.resolve;

import dev.dormouse.internal.mapping.model.ColumnModel;
import dev.dormouse.internal.mapping.model.DatabaseName;
import dev.dormouse.internal.mapping.raw.RawAnnotation;
import java.util.Optional;

/** Reads the annotations of columns, whichever of them they are: each has some of the elements of {@code @Column}. */
final class Columns {

    private Columns() {}

    /** Returns the column that an annotation describes, or the plain column of a default name. */
    static ColumnModel column(Optional<RawAnnotation> written, DatabaseName byDefault) {
        return written.map(annotation -> column(annotation, byDefault)).orElse(ColumnModel.of(byDefault));
    }

    static ColumnModel column(RawAnnotation written, DatabaseName byDefault) {
        String name = written.text("name");
        return new ColumnModel(
                name.isEmpty() ? byDefault : DatabaseName.of(name),
                null,
                flag(written, "unique", false),
                flag(written, "nullable", true),
                flag(written, "insertable", true),
                flag(written, "updatable", true),
                new ColumnModel.Size(
                        written.isWritten("length") ? (Integer) written.number("length") : null,
                        number(written, "precision", 0),
                        number(written, "scale", 0),
                        number(written, "secondPrecision", -1)),
                written.textOrNull("columnDefinition"),
                written.values().containsKey("comment") ? written.textOrNull("comment") : null);
    }

    private static boolean flag(RawAnnotation written, String name, boolean byDefault) {
        return written.values().containsKey(name) ? written.flag(name) : byDefault;
    }

    private static int number(RawAnnotation written, String name, int byDefault) {
        return written.values().containsKey(name) ? written.number(name) : byDefault;
    }
}
