package dev.dormouse.internal.mapping.illformed;

import dev.dormouse.internal.mapping.illformed.Targets.Target;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;

/** Each breaks one rule for a managed class itself; everything else about it is well formed. */
@SuppressWarnings("ClassCanBeStatic")
public final class Classes {

    private Classes() {}

    @Entity
    @Embeddable
    public static class TwoRoles {
        @Id
        long id;
    }

    @Entity
    public class Inner {
        @Id
        long id;
    }

    @Entity
    public record RecordEntity(@Id long id) {}

    @Entity
    public interface InterfaceEntity {
        @Id
        long getId();

        void setId(long id);
    }

    @Entity
    public static final class FinalEntity {
        @Id
        long id;
    }

    @Entity
    public static class NoDefaultConstructor {
        @Id
        long id;

        public NoDefaultConstructor(long id) {
            this.id = id;
        }
    }

    @Entity
    public static class WithAbstractEmbeddable {
        @Id
        long id;

        AbstractEmbeddable part;
    }

    @Embeddable
    public abstract static class AbstractEmbeddable {
        String text;
    }

    @Embeddable
    public static class Circle {
        Circle inner;
    }

    @Entity
    @Access(AccessType.FIELD)
    public static class Misplaced {
        @Id
        long id;

        String name;

        @Column(name = "N")
        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }
    }

    @Entity
    public static class NoSetter {
        private long id;

        @Id
        public long getId() {
            return id;
        }

        public void setId(long id) {
            this.id = id;
        }

        @Basic
        public String getName() {
            return "";
        }
    }

    @Entity
    public static class TwoKinds {
        @Id
        long id;

        @OneToOne
        @ManyToOne
        Target target;
    }
}
