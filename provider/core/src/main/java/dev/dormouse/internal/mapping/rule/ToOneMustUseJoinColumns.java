package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;

/** An association to one keeps its reference in join columns; a join table for it (section 11.1.28) is not built yet. */
final class ToOneMustUseJoinColumns implements AttributeRule {

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        boolean isToOne = attribute.has(ManyToOne.class) || attribute.has(OneToOne.class);
        if (isToOne && attribute.has(JoinTable.class)) {
            failures.add(MappingMessages.TO_ONE_JOIN_TABLE_NOT_SUPPORTED);
        }
    }
}
