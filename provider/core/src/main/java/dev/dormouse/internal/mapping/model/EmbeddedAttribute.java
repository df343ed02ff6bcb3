package dev.dormouse.internal.mapping.model;

/**
 * An attribute that holds an embeddable, an {@code @EmbeddedId} too.
 *
 * @param member where the state is
 * @param value the class and its effective attributes
 */
public record EmbeddedAttribute(MemberModel member, EmbeddedValue value) implements AttributeModel {

    @Override
    public boolean isLazy() {
        return false;
    }
}
