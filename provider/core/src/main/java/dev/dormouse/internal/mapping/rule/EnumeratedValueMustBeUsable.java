package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.BasicKind;
import dev.dormouse.internal.mapping.model.MemberModel;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import dev.dormouse.internal.mapping.raw.RawClass;
import dev.dormouse.internal.mapping.raw.RawMember;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import java.lang.reflect.Modifier;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An enum has one field with {@code @EnumeratedValue}, final and of a type that can be stored (section 11.1.19). */
final class EnumeratedValueMustBeUsable implements AttributeRule {

    private static final Set<BasicKind> NUMBERS = EnumSet.of(BasicKind.BYTE, BasicKind.SHORT, BasicKind.INTEGER);

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        new ValueTypes(attribute)
                .value()
                .flatMap(type -> attribute.owner().unit().classes().find(type.name()))
                .filter(RawClass::isEnum)
                .ifPresent(type -> check(type, attribute, failures));
    }

    private static void check(RawClass type, RawAttribute attribute, FailureCollector failures) {
        List<RawMember> fields = type.members(MemberModel.Kind.FIELD)
                .filter(field -> field.annotations().has(EnumeratedValue.class))
                .toList();
        for (RawMember field : fields) {
            Optional<BasicKind> kind = BasicKind.ofName(field.type().erasure());
            boolean isText = kind.filter(found -> found == BasicKind.STRING).isPresent();
            boolean isNumber = kind.filter(NUMBERS::contains).isPresent();
            boolean contradicts = attribute
                    .find(Enumerated.class)
                    .map(written -> written.constant("value", EnumType.class))
                    .filter(form -> form == EnumType.STRING ? !isText : !isNumber)
                    .isPresent();
            boolean isUsable = Modifier.isFinal(field.modifiers()) && (isText || isNumber);
            if (fields.size() > 1 || !isUsable || contradicts) {
                failures.add(MappingMessages.ENUMERATED_VALUE, field.location());
            }
        }
    }
}
