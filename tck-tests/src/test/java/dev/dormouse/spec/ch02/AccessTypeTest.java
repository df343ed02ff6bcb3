package dev.dormouse.spec.ch02;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Section 2.3, access type: where the state of an entity is read and written. */
final class AccessTypeTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(
            ByField.class,
            ByProperty.class,
            Mixed.class,
            MixedByProperty.class,
            FieldOwner.class,
            PropertyOwner.class,
            Inner.class);

    @Test
    void fieldAccessPassesAccessorsBy() {
        ByField entity = new ByField();
        entity.id = 1;
        entity.name = "ada";
        unit.persist(entity);

        unit.run(manager -> assertThat(manager.find(ByField.class, 1).name).isEqualTo("ada"));
    }

    @Test
    void propertyAccessGoesThroughAccessors() {
        ByProperty entity = new ByProperty();
        entity.key = 1;
        entity.hidden = "ADA";
        unit.persist(entity);

        unit.run(manager -> {
            ByProperty found = manager.find(ByProperty.class, 1);
            assertThat(found.hidden).isEqualTo("ADA");
            assertThat(found.calls).isPositive();
            assertThat(manager.createQuery("SELECT p.name FROM ByProperty p", String.class)
                            .getSingleResult())
                    .isEqualTo("ada");
        });
    }

    @Test
    void aPropertyOfABooleanStartsWithIs() {
        ByProperty entity = new ByProperty();
        entity.key = 1;
        entity.setActive(true);
        unit.persist(entity);

        unit.run(manager -> assertThat(
                        manager.createQuery("SELECT p.key FROM ByProperty p WHERE p.active = TRUE", Integer.class)
                                .getResultList())
                .containsExactly(1));
    }

    @Test
    void aGetterWithAccessPropertyIsPersistentInAClassWithFieldAccess() {
        Mixed entity = new Mixed();
        entity.id = 1;
        entity.plain = "p";
        entity.setCode("x7");
        unit.persist(entity);

        unit.run(manager -> {
            Mixed found = manager.find(Mixed.class, 1);
            assertThat(found.plain).isEqualTo("p");
            assertThat(found.getCode()).isEqualTo("x7");
            assertThat(found.prefixed).isEqualTo("set:x7");
        });
    }

    @Test
    void aFieldWithAccessFieldIsPersistentInAClassWithPropertyAccess() {
        MixedByProperty entity = new MixedByProperty();
        entity.setId(1);
        entity.secret = 42;
        unit.persist(entity);

        unit.run(manager ->
                assertThat(manager.find(MixedByProperty.class, 1).secret).isEqualTo(42));
    }

    @Test
    void anEmbeddableHasTheAccessOfTheEntityWithFieldAccess() {
        FieldOwner entity = new FieldOwner();
        entity.id = 1;
        entity.inner = new Inner();
        entity.inner.text = "as it is";
        unit.persist(entity);

        unit.run(manager ->
                assertThat(manager.find(FieldOwner.class, 1).inner.text).isEqualTo("as it is"));
    }

    @Test
    void anEmbeddableHasTheAccessOfTheEntityWithPropertyAccess() {
        PropertyOwner entity = new PropertyOwner();
        entity.setId(1);
        Inner inner = new Inner();
        inner.text = "as it is";
        entity.setInner(inner);
        unit.persist(entity);

        unit.read(manager -> {
            assertThat(manager.createQuery("SELECT o.inner.text FROM PropertyOwner o", String.class)
                            .getSingleResult())
                    .isEqualTo("<as it is>");
            assertThat(manager.find(PropertyOwner.class, 1).getInner().text).isEqualTo("[<as it is>]");
        });
    }

    @Test
    void transientStateIsNotPersistent() {
        ByField entity = new ByField();
        entity.id = 1;
        entity.annotated = "gone";
        entity.keyword = "gone";
        unit.persist(entity);

        unit.run(manager -> {
            ByField found = manager.find(ByField.class, 1);
            assertThat(found.annotated).isNull();
            assertThat(found.keyword).isNull();
        });
    }

    @Entity
    public static class ByField {
        @Id
        int id;

        String name;

        @Transient
        String annotated;

        transient String keyword;

        public String getName() {
            throw new IllegalStateException("read through the getter");
        }

        public void setName(String name) {
            throw new IllegalStateException("written through the setter: " + name);
        }
    }

    @Entity
    public static class ByProperty {
        int key;
        String hidden;
        boolean on;
        int calls;

        @Id
        public int getKey() {
            return key;
        }

        public void setKey(int key) {
            this.key = key;
        }

        public String getName() {
            return hidden == null ? null : hidden.toLowerCase(Locale.ROOT);
        }

        public void setName(String name) {
            calls++;
            hidden = name == null ? null : name.toUpperCase(Locale.ROOT);
        }

        public boolean isActive() {
            return on;
        }

        public void setActive(boolean active) {
            on = active;
        }

        @Transient
        public String getLabel() {
            throw new IllegalStateException("a transient property is not read");
        }

        public void setLabel(String label) {
            throw new IllegalStateException("a transient property is not written: " + label);
        }
    }

    @Entity
    @Access(AccessType.FIELD)
    public static class Mixed {
        @Id
        int id;

        String plain;

        @Transient
        String prefixed;

        @Access(AccessType.PROPERTY)
        public String getCode() {
            return prefixed == null ? null : prefixed.substring("set:".length());
        }

        public void setCode(String code) {
            prefixed = "set:" + code;
        }
    }

    @Entity
    @Access(AccessType.PROPERTY)
    public static class MixedByProperty {
        int id;

        @Access(AccessType.FIELD)
        int secret;

        @Id
        public int getId() {
            return id;
        }

        public void setId(int id) {
            this.id = id;
        }
    }

    @Embeddable
    public static class Inner {
        String text;

        public String getText() {
            return "<" + text + ">";
        }

        public void setText(String text) {
            this.text = "[" + text + "]";
        }
    }

    @Entity
    public static class FieldOwner {
        @Id
        int id;

        @Embedded
        Inner inner;
    }

    @Entity
    public static class PropertyOwner {
        int id;
        Inner inner;

        @Id
        public int getId() {
            return id;
        }

        public void setId(int id) {
            this.id = id;
        }

        @Embedded
        public Inner getInner() {
            return inner;
        }

        public void setInner(Inner inner) {
            this.inner = inner;
        }
    }
}
