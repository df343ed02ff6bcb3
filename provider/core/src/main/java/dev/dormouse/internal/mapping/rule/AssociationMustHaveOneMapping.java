package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.JoinTable;

/** References are kept in join columns or in a join table (sections 11.1.26 and 11.1.28). */
final class AssociationMustHaveOneMapping implements AttributeRule {

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        boolean hasColumns = attribute.has(JoinColumn.class) || attribute.has(JoinColumns.class);
        if (attribute.has(JoinTable.class) && hasColumns) {
            failures.add(MappingMessages.TWO_MAPPINGS, attribute.name());
        }
    }
}
