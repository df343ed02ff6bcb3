package dev.dormouse.internal.mapping.wellformed;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.Map;

/** Access types: explicit, by placement, by hierarchy, by container. */
public final class AccessTypes {

    private AccessTypes() {}

    /** Placement on getters makes the whole hierarchy one of properties. */
    @MappedSuperclass
    @SuppressWarnings("NotNullFieldNotInitialized")
    public abstract static class PropertyBase<K extends Comparable<K>, V> {
        private K key;
        private V payload;

        @Id
        public K getKey() {
            return key;
        }

        public void setKey(K key) {
            this.key = key;
        }

        public V getPayload() {
            return payload;
        }

        public void setPayload(V payload) {
            this.payload = payload;
        }
    }

    /** Nothing is annotated here: properties, as above; the getter of the payload is overridden. */
    @Entity
    public static class ByHierarchy extends PropertyBase<String, Instant> {
        private int field;
        private Plain plain = new Plain();

        public int getSize() {
            return field;
        }

        public void setSize(int size) {
            this.field = size;
        }

        @Override
        @Basic(optional = false)
        public Instant getPayload() {
            return super.getPayload();
        }

        public Plain getPlain() {
            return plain;
        }

        public void setPlain(Plain plain) {
            this.plain = plain;
        }
    }

    /** Says that it differs from what is above. */
    @Entity
    @Access(AccessType.FIELD)
    public static class Explicit extends PropertyBase<Integer, byte[]> {
        private String hidden = "";

        @Transient
        private String derived = "";

        @Access(AccessType.PROPERTY)
        @Column(name = "DERIVED")
        public String getDerived() {
            return derived + hidden;
        }

        public void setDerived(String derived) {
            this.derived = derived;
        }
    }

    /** Has the access type of what contains it. */
    @Embeddable
    public static class Plain {
        private int field;

        public int getProperty() {
            return field;
        }

        public void setProperty(int value) {
            this.field = value;
        }
    }

    /** Contains the same embeddable with fields. */
    @Entity
    public static class Container {
        @Id
        long id;

        Plain plain;

        @ElementCollection
        @Convert(attributeName = "key", converter = Embeddables.YesNo.class)
        @Convert(attributeName = "value", converter = Embeddables.MoneyConverter.class)
        Map<Boolean, Embeddables.Money> converted;

        @Convert(disableConversion = true)
        Boolean plainFlag;
    }
}
