package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.CallbackKind;
import dev.dormouse.internal.mapping.raw.Listeners;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawClass;
import dev.dormouse.internal.mapping.raw.RawMethod;
import dev.dormouse.internal.mapping.raw.Role;
import java.util.stream.Stream;

/** A callback method is void, neither static nor final, with no parameter on an entity and one on a listener (section 3.6.2). */
final class CallbackMustHaveRightSignature implements ClassRule {

    @Override
    public void check(ManagedClass type, FailureCollector failures) {
        if (type.role() == Role.ENTITY || type.role() == Role.MAPPED_SUPERCLASS) {
            check(type.declaration(), 0, "no parameter", failures);
            for (RawClass listener : Listeners.declaredBy(type)) {
                check(listener, 1, "one parameter, the entity", failures);
            }
        }
    }

    private static void check(RawClass type, int parameters, String required, FailureCollector failures) {
        for (RawMethod method : type.methods()) {
            boolean isCallback = Stream.of(CallbackKind.values())
                    .anyMatch(kind -> method.annotations().has(kind.annotation()));
            boolean isWellFormed = !method.isStatic()
                    && !method.isFinal()
                    && method.returnType().equals("void")
                    && method.parameterTypes().size() == parameters;
            if (isCallback && !isWellFormed) {
                failures.add(
                        MappingMessages.CALLBACK_SIGNATURE,
                        method.declaringClass() + "." + method.name() + "()",
                        required);
            }
        }
    }
}
