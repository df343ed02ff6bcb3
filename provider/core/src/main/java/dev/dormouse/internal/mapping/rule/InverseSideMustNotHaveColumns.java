package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.Column;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.JoinTable;
import java.util.stream.Stream;

/** The mapping of a bidirectional association stands on its owning side (section 2.10). */
final class InverseSideMustNotHaveColumns implements AttributeRule {

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        if (attribute.mappedBy() != null) {
            Stream.of(JoinColumn.class, JoinColumns.class, JoinTable.class, Column.class)
                    .flatMap(annotation -> attribute.find(annotation).stream())
                    .forEach(written -> failures.add(MappingMessages.INVERSE_WITH_COLUMNS, written.display()));
        }
    }
}
