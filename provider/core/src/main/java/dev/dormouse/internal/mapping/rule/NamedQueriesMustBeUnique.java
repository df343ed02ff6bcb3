package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawAnnotation;
import dev.dormouse.internal.mapping.raw.RawUnit;
import jakarta.persistence.NamedQueries;
import jakarta.persistence.NamedQuery;
import java.util.HashMap;
import java.util.Map;

/** The names of queries are unique within a persistence unit (section 3.11.4). */
final class NamedQueriesMustBeUnique implements UnitRule {

    @Override
    public void check(RawUnit unit, FailureCollector failures) {
        Map<String, String> seen = new HashMap<>();
        for (ManagedClass type : unit.managed()) {
            for (RawAnnotation query : type.declaration().annotations().all(NamedQuery.class, NamedQueries.class)) {
                String other = seen.putIfAbsent(query.text("name"), type.name());
                if (other != null) {
                    failures.add(MappingMessages.QUERY_NAME_TWICE, query.text("name"), other, type.name());
                }
            }
        }
    }
}
