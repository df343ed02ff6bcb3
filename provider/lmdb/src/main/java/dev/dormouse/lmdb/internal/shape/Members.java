package dev.dormouse.lmdb.internal.shape;

import dev.dormouse.lmdb.internal.failure.ValueMessages;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds how a class is made and read: reflection here, once, so that there is none later. */
final class Members {

    private final Class<?> type;
    private final String place;
    private final MethodHandles.Lookup lookup;

    Members(Class<?> type, String place) {
        this.type = type;
        this.place = place;
        try {
            this.lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
        } catch (IllegalAccessException e) {
            throw unreachable(e);
        }
        if (Modifier.isAbstract(type.getModifiers())
                || (type.isMemberClass() && !Modifier.isStatic(type.getModifiers()))
                || (type.isLocalClass() && !type.isRecord())
                || type.isAnonymousClass()) {
            throw new IllegalArgumentException(ValueMessages.NOT_MADE.text(type.getName(), place));
        }
    }

    private IllegalArgumentException unreachable(IllegalAccessException cause) {
        return new IllegalArgumentException(ValueMessages.NOT_REACHABLE.text(type.getName(), place), cause);
    }

    MethodHandle maker() {
        try {
            if (!type.isRecord()) {
                return lookup.findConstructor(type, MethodType.methodType(void.class))
                        .asType(MethodType.methodType(Object.class));
            }
            Class<?>[] parameters = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            return lookup.findConstructor(type, MethodType.methodType(void.class, parameters))
                    .asSpreader(Object[].class, parameters.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(ValueMessages.NOT_MADE.text(type.getName(), place), e);
        } catch (IllegalAccessException e) {
            throw unreachable(e);
        }
    }

    List<Property> properties(Shapes shapes, @Nullable Object fresh) {
        try {
            return type.isRecord() ? components(shapes) : fields(shapes, fresh);
        } catch (IllegalAccessException e) {
            throw unreachable(e);
        }
    }

    private List<Property> components(Shapes shapes) throws IllegalAccessException {
        List<Property> found = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            Shape shape = shapes.shape(component.getGenericType(), place + "." + name);
            component.getAccessor().setAccessible(true);
            MethodHandle getter = lookup.unreflect(component.getAccessor());
            found.add(new Property(name, shape, component.getType(), getter, null, null));
        }
        return found;
    }

    private List<Property> fields(Shapes shapes, @Nullable Object fresh) throws IllegalAccessException {
        List<Property> found = new ArrayList<>();
        for (Field field : declared(type)) {
            String name = field.getName();
            Shape shape = shapes.shape(field.getGenericType(), place + "." + name);
            field.setAccessible(true);
            found.add(new Property(
                    name, shape, field.getType(), lookup.unreflectGetter(field), lookup.unreflectSetter(field), fresh));
        }
        return found;
    }

    private static List<Field> declared(Class<?> type) {
        Class<?> parent = type.getSuperclass();
        List<Field> fields = parent == null || parent == Object.class ? new ArrayList<>() : declared(parent);
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())
                    && !Modifier.isTransient(field.getModifiers())
                    && !field.isSynthetic()) {
                fields.add(field);
            }
        }
        return fields;
    }
}
