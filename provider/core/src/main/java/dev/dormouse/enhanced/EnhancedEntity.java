package dev.dormouse.enhanced;

import org.jspecify.annotations.Nullable;

/** An entity, or an embeddable of one, whose class was enhanced. The methods are added by the enhancement; applications neither implement nor call them. */
public interface EnhancedEntity {

    /** Returns what is known of the attributes; null for an instance that no persistence context ever held, or of which it has nothing to know. */
    @Nullable
    AttributeState dormouseState();

    /**
     * Sets what is known of the attributes.
     *
     * @param state the state, null for none
     */
    void dormouseState(@Nullable AttributeState state);
}
