package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.TypeName;
import dev.dormouse.internal.mapping.raw.AttributeKind;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.util.List;
import java.util.Optional;

/** The attributes of an id class correspond to the id attributes in name and type (sections 2.4.1 and 2.4.1.1). */
final class IdClassMustMatchIdAttributes implements ClassRule {

    @Override
    public void check(ManagedClass type, FailureCollector failures) {
        Optional<String> idClassName = type.findInherited(IdClass.class)
                .map(written -> written.type("value").name());
        if (!type.isRootEntity() || idClassName.isEmpty()) {
            return;
        }
        List<RawAttribute> ids = type.attributesWith(Id.class);
        if (ids.size() == 1 && isIdOfTarget(ids.get(0), idClassName.get())) {
            return;
        }
        type.unit()
                .idClass(idClassName.get(), type.access())
                .ifPresentOrElse(
                        idClass -> compare(idClass, ids, failures),
                        () -> failures.add(MappingMessages.ID_CLASS_MISMATCH, idClassName.get(), "not found"));
    }

    private static void compare(ManagedClass idClass, List<RawAttribute> ids, FailureCollector failures) {
        for (RawAttribute id : ids) {
            Optional<RawAttribute> member = idClass.find(id.name());
            if (member.isEmpty()) {
                failures.add(MappingMessages.ID_CLASS_MISMATCH, idClass.name(), "has no " + id.name());
            } else if (!fits(member.get().type(), id)) {
                failures.add(
                        MappingMessages.ID_CLASS_MISMATCH,
                        idClass.name(),
                        id.name() + " is of type " + member.get().type());
            }
        }
        for (RawAttribute member : idClass.attributes()) {
            if (ids.stream().noneMatch(id -> id.name().equals(member.name()))) {
                failures.add(
                        MappingMessages.ID_CLASS_MISMATCH, idClass.name(), "the entity has no id " + member.name());
            }
        }
    }

    private static boolean fits(TypeName member, RawAttribute id) {
        return id.kind().orElse(AttributeKind.BASIC) == AttributeKind.TO_ONE
                ? isIdOfTarget(id, member.name())
                : member.boxed().equals(id.type().boxed());
    }

    /** Returns whether a class is the id of the target of a derived id; where the target is wrong another rule says so. */
    private static boolean isIdOfTarget(RawAttribute id, String className) {
        if (id.kind().orElse(AttributeKind.BASIC) != AttributeKind.TO_ONE) {
            return false;
        }
        Optional<TypeName> type = id.target().flatMap(IdTypes::of);
        return type.isEmpty()
                || type.get()
                        .boxed()
                        .name()
                        .equals(TypeName.of(className).boxed().name());
    }
}
