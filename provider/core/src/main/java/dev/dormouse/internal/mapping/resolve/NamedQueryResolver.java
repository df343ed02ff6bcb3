package dev.dormouse.internal.mapping.resolve;

import dev.dormouse.internal.mapping.model.NamedQueryModel;
import dev.dormouse.internal.mapping.model.TypeName;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawAnnotation;
import dev.dormouse.internal.mapping.raw.RawUnit;
import jakarta.persistence.LockModeType;
import jakarta.persistence.NamedQueries;
import jakarta.persistence.NamedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Resolves named queries (section 11.4). */
final class NamedQueryResolver {

    private final RawUnit raw;

    NamedQueryResolver(RawUnit raw) {
        this.raw = raw;
    }

    List<NamedQueryModel> queries() {
        List<NamedQueryModel> queries = new ArrayList<>();
        for (ManagedClass type : raw.managed()) {
            for (RawAnnotation written : type.declaration().annotations().all(NamedQuery.class, NamedQueries.class)) {
                queries.add(query(written, type));
            }
        }
        return queries;
    }

    private static NamedQueryModel query(RawAnnotation written, ManagedClass type) {
        TypeName result = written.typeOrNull("resultClass");
        Map<String, String> hints = new LinkedHashMap<>();
        written.annotations("hints").forEach(hint -> hints.put(hint.text("name"), hint.text("value")));
        return new NamedQueryModel(
                written.text("name"),
                written.text("query"),
                result == null ? null : result.name(),
                written.constant("lockMode", LockModeType.class),
                hints,
                type.name());
    }
}
