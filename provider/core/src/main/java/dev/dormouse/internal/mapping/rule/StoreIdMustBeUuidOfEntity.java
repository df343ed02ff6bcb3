package dev.dormouse.internal.mapping.rule;

import dev.dormouse.annotation.StoreId;
import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.TypeName;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.Role;
import java.util.UUID;

/** The id of a table stands on an entity and is a UUID, written as its class prints it: one id has one form. */
final class StoreIdMustBeUuidOfEntity implements ClassRule {

    @Override
    public void check(ManagedClass type, FailureCollector failures) {
        type.find(StoreId.class).map(written -> written.text("value")).ifPresent(id -> {
            if (type.role() != Role.ENTITY) {
                failures.add(
                        MappingMessages.STORE_ID_MISPLACED,
                        TypeName.of(type.name()).simpleName());
            } else if (!isUuid(id)) {
                failures.add(MappingMessages.STORE_ID_NO_UUID, id);
            }
        });
    }

    static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
