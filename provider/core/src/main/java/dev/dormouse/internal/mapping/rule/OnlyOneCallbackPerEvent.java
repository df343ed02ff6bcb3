package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.CallbackKind;
import dev.dormouse.internal.mapping.raw.Listeners;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawClass;
import dev.dormouse.internal.mapping.raw.RawMethod;
import java.util.List;

/** A class has one callback method at most for an event (section 3.6.2). */
final class OnlyOneCallbackPerEvent implements ClassRule {

    @Override
    public void check(ManagedClass type, FailureCollector failures) {
        check(type.declaration(), failures);
        Listeners.declaredBy(type).forEach(listener -> check(listener, failures));
    }

    private static void check(RawClass type, FailureCollector failures) {
        for (CallbackKind kind : CallbackKind.values()) {
            List<RawMethod> methods = type.methods().stream()
                    .filter(method -> method.annotations().has(kind.annotation()))
                    .toList();
            if (methods.size() > 1) {
                failures.add(
                        MappingMessages.CALLBACK_TWICE,
                        methods.get(0).name(),
                        methods.get(1).name(),
                        kind.annotation().getSimpleName());
            }
        }
    }
}
