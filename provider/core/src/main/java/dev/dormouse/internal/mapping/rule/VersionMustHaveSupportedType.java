package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.BasicKind;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.Version;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A version is of one of the types of section 2.5 (entity versions). */
final class VersionMustHaveSupportedType implements AttributeRule {

    private static final Set<BasicKind> KINDS = EnumSet.of(
            BasicKind.SHORT,
            BasicKind.INTEGER,
            BasicKind.LONG,
            BasicKind.LOCAL_DATE_TIME,
            BasicKind.INSTANT,
            BasicKind.SQL_TIMESTAMP);

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        Optional<BasicKind> kind = BasicKind.ofName(attribute.type().name());
        if (attribute.has(Version.class) && (kind.isEmpty() || !KINDS.contains(kind.get()))) {
            failures.add(MappingMessages.VERSION_TYPE, attribute.type());
        }
    }
}
