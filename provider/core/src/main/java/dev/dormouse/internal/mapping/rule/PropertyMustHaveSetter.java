package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.MemberModel;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import dev.dormouse.internal.mapping.raw.RawMember;

/** A persistent property has a getter and a setter (section 2.2.2). */
final class PropertyMustHaveSetter implements AttributeRule {

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        RawMember member = attribute.member();
        if (member.kind() == MemberModel.Kind.PROPERTY && member.setter() == null) {
            failures.add(MappingMessages.SETTER_MISSING, member.location());
        }
    }
}
