package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.MemberModel;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import dev.dormouse.internal.mapping.raw.RawMember;
import java.util.HashMap;
import java.util.Map;

/** A class does not repeat the name of an attribute that it inherits; only a property may be overridden (section 2.11). */
final class AttributeNamesMustBeUnique implements ClassRule {

    @Override
    public void check(ManagedClass type, FailureCollector failures) {
        Map<String, RawMember> seen = new HashMap<>();
        for (ManagedClass declaring : type.lineage()) {
            for (RawAttribute attribute : declaring.declaredAttributes()) {
                RawMember member = attribute.member();
                RawMember other = seen.put(member.name(), member);
                boolean isOverride = other != null
                        && other.kind() == MemberModel.Kind.PROPERTY
                        && member.kind() == MemberModel.Kind.PROPERTY;
                if (other != null && !isOverride && declaring.name().equals(type.name())) {
                    failures.add(MappingMessages.ATTRIBUTE_TWICE, member.name(), other.location(), member.location());
                }
            }
        }
    }
}
