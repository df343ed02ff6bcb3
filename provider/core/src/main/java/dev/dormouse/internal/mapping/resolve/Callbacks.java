package dev.dormouse.internal.mapping.resolve;

import dev.dormouse.internal.mapping.model.CallbackKind;
import dev.dormouse.internal.mapping.model.CallbackModel;
import dev.dormouse.internal.mapping.raw.Listeners;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawClass;
import dev.dormouse.internal.mapping.raw.RawMethod;
import jakarta.persistence.ExcludeSuperclassListeners;
import java.util.ArrayList;
import java.util.List;

/** Puts life-cycle callbacks in the order in which they are called (section 3.6.4). */
final class Callbacks {

    private Callbacks() {}

    /** Returns the callbacks of an entity: those of listeners, then those of its classes, both from the topmost class down. */
    static List<CallbackModel> of(ManagedClass entity) {
        List<CallbackModel> callbacks = new ArrayList<>();
        for (ManagedClass type : listening(entity)) {
            for (RawClass listener : Listeners.declaredBy(type)) {
                addMethods(Listeners.lineage(entity.unit(), listener), true, callbacks);
            }
        }
        addMethods(entity.lineage().stream().map(ManagedClass::declaration).toList(), false, callbacks);
        return callbacks;
    }

    /** Returns the classes whose listeners are called, as {@code @ExcludeSuperclassListeners} leaves them. */
    private static List<ManagedClass> listening(ManagedClass entity) {
        List<ManagedClass> lineage = entity.lineage();
        int first = 0;
        for (int i = 0; i < lineage.size(); i++) {
            if (lineage.get(i).has(ExcludeSuperclassListeners.class)) {
                first = i;
            }
        }
        return lineage.subList(first, lineage.size());
    }

    private static void addMethods(List<RawClass> lineage, boolean isListener, List<CallbackModel> callbacks) {
        for (CallbackKind kind : CallbackKind.values()) {
            for (int i = 0; i < lineage.size(); i++) {
                List<RawClass> below = lineage.subList(i + 1, lineage.size());
                lineage.get(i).methods().stream()
                        .filter(method -> method.annotations().has(kind.annotation()))
                        .filter(method -> below.stream().noneMatch(type -> overrides(type, method)))
                        .map(method -> callback(kind, method, isListener))
                        .forEach(callbacks::add);
            }
        }
    }

    /** An overridden method is called through the overriding one, if that is a callback, and else not at all. */
    private static boolean overrides(RawClass type, RawMethod method) {
        return !method.isPrivate()
                && type.methods().stream()
                        .anyMatch(other -> other.name().equals(method.name())
                                && other.parameterTypes().equals(method.parameterTypes()));
    }

    private static CallbackModel callback(CallbackKind kind, RawMethod method, boolean isListener) {
        return new CallbackModel(
                kind,
                method.declaringClass(),
                method.name(),
                isListener ? method.parameterTypes().get(0) : null);
    }
}
