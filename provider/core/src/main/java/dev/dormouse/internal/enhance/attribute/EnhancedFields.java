package dev.dormouse.internal.enhance.attribute;

import dev.dormouse.enhanced.AttributeState;
import dev.dormouse.enhanced.Enhanced;
import dev.dormouse.internal.enhance.EnhanceMessages;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.Attributes;
import dev.dormouse.internal.mapping.model.MemberModel;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which attributes of an entity class, or of an embeddable class in one place, tell of their accesses. Immutable. */
public final class EnhancedFields {

    private final Attributes attributes;
    private final boolean[] told;

    private EnhancedFields(Attributes attributes, boolean[] told) {
        this.attributes = attributes;
        this.told = told;
    }

    /** Returns the attributes of the class. */
    public Attributes attributes() {
        return attributes;
    }

    /** Tells whether every access by bytecode to an attribute, by its position, is told of. */
    public boolean isTold(int attribute) {
        return told[attribute];
    }

    /**
     * Looks which attributes of a class are told of. That takes that the class of the field is enhanced and all classes between it and the given
     * class, which can reach the field, too.
     *
     * @throws PersistenceException if a class was enhanced in another format
     */
    public static EnhancedFields of(Class<?> managedClass, Attributes all) {
        Set<String> told = new HashSet<>();
        boolean isReliable = true;
        for (Class<?> c = managedClass; c != null; c = c.getSuperclass()) {
            Enhanced enhanced = c.getDeclaredAnnotation(Enhanced.class);
            isReliable &= enhanced != null;
            if (enhanced != null) {
                checkFormat(c, enhanced.format());
            }
            if (enhanced != null && isReliable) {
                for (String field : enhanced.fields()) {
                    told.add(MemberModel.Kind.FIELD + c.getName() + "." + field);
                }
                for (String property : enhanced.properties()) {
                    told.add(MemberModel.Kind.PROPERTY + c.getName() + "." + property);
                }
            }
        }
        List<AttributeModel> attributes = all.list();
        boolean[] flags = new boolean[attributes.size()];
        for (int i = 0; i < flags.length; i++) {
            MemberModel member = attributes.get(i).member();
            flags[i] = told.contains(member.kind() + member.location()) && !isOverridden(managedClass, member);
        }
        return new EnhancedFields(all, flags);
    }

    /** A subclass may do anything in the methods of a property. */
    private static boolean isOverridden(Class<?> managedClass, MemberModel member) {
        for (Class<?> c = managedClass; !c.getName().equals(member.declaringClass()); c = c.getSuperclass()) {
            for (Method method : c.getDeclaredMethods()) {
                if (method.getName().equals(member.getter()) || method.getName().equals(member.setter())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void checkFormat(Class<?> type, int format) {
        if (format != AttributeState.FORMAT) {
            throw new PersistenceException(
                    EnhanceMessages.OTHER_FORMAT.text(type.getName(), format, AttributeState.FORMAT));
        }
    }
}
