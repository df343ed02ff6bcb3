package dev.dormouse.internal.mapping.illformed;

import dev.dormouse.annotation.IdArray;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.MapsId;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PrePersist;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Classes that each break one rule; everything else about them is well formed. */
@SuppressWarnings({"ClassCanBeStatic", "HidingField"})
public final class IllFormed {

    private IllFormed() {}

    /** A well-formed entity to refer to. */
    @Entity
    public static class Target {
        @Id
        long id;

        String name;
    }

    /** A well-formed entity with a composite id. */
    @Entity
    public static class CompositeTarget {
        @EmbeddedId
        Key key;
    }

    /** A well-formed key. */
    @Embeddable
    public static class Key {
        String origin;
        int number;
    }

    @Entity(name = "Same")
    public static class FirstOfName {
        @Id
        long id;
    }

    @Entity(name = "Same")
    public static class SecondOfName {
        @Id
        long id;
    }

    @Entity
    @NamedQuery(name = "all", query = "FROM QueryTwice")
    @NamedQuery(name = "all", query = "FROM QueryTwice q")
    public static class QueryTwice {
        @Id
        long id;
    }

    @Entity
    @SequenceGenerator(name = "ids")
    @TableGenerator(name = "ids")
    public static class GeneratorTwice {
        @Id
        long id;
    }

    @Converter
    @SuppressWarnings("rawtypes")
    public static class RawConverter implements AttributeConverter {
        @Override
        public Object convertToDatabaseColumn(Object attribute) {
            return attribute;
        }

        @Override
        public Object convertToEntityAttribute(Object column) {
            return column;
        }
    }

    /** A converter of strings. */
    public abstract static class StringConverter implements AttributeConverter<String, Integer> {
        @Override
        public Integer convertToDatabaseColumn(String attribute) {
            return attribute.length();
        }

        @Override
        public String convertToEntityAttribute(Integer column) {
            return "x".repeat(column);
        }
    }

    @Converter
    public abstract static class AbstractConverter extends StringConverter {}

    @Converter(autoApply = true)
    public static class FirstAutoConverter extends StringConverter {}

    @Converter(autoApply = true)
    public static class SecondAutoConverter extends StringConverter {}

    @Entity
    @DiscriminatorValue("X")
    public static class Animal {
        @Id
        long id;
    }

    @Entity
    @DiscriminatorValue("X")
    public static class Dog extends Animal {}

    @Entity
    @SecondaryTable(name = "MORE")
    public static class WithSecondaryTable {
        @Id
        long id;
    }

    @Entity
    public static class WithColumnOptions {
        @Id
        long id;

        @Column(options = "COMPRESSED")
        String text;
    }

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
    public static class NoIdentifier {
        String name;
    }

    @Entity
    public static class MixedId {
        @EmbeddedId
        Key key;

        @Id
        long id;
    }

    @Entity
    public static class TwoEmbeddedIds {
        @EmbeddedId
        Key key;

        @EmbeddedId
        Key other;
    }

    @Entity
    public static class NoIdClass {
        @Id
        long first;

        @Id
        long second;
    }

    @Entity
    @IdClass(WrongKey.class)
    public static class WrongIdClass {
        @Id
        long first;

        @Id
        long second;
    }

    /** An id class whose second attribute is of another type. */
    public static class WrongKey {
        long first;
        String second;
    }

    @Entity
    public static class Base {
        @Id
        long id;
    }

    @Entity
    public static class IdBelow extends Base {
        @Id
        long other;
    }

    @Entity
    public static class TwoVersions {
        @Id
        long id;

        @Version
        int first;

        @Version
        int second;
    }

    @Entity
    public static class VersionBelow extends Base {
        @Version
        int version;
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

    @MappedSuperclass
    public static class Named {
        String name;
    }

    @Entity
    public static class NamedTwice extends Named {
        @Id
        long id;

        String name;
    }

    @Entity
    @Table(name = "BELOW")
    public static class TableBelow extends Base {}

    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    public static class Joined {
        @Id
        long id;
    }

    @Entity
    @DiscriminatorColumn(discriminatorType = DiscriminatorType.INTEGER)
    @DiscriminatorValue("one")
    public static class WrongDiscriminator {
        @Id
        long id;
    }

    @Entity
    public static class WrongCallback {
        @Id
        long id;

        @PrePersist
        int before() {
            return 1;
        }
    }

    @Entity
    @EntityListeners(WrongListener.class)
    public static class WrongListenerCallback {
        @Id
        long id;
    }

    /** A listener whose method takes no entity. */
    public static class WrongListener {
        @PostLoad
        void loaded() {}
    }

    @Entity
    public static class TwoCallbacks {
        @Id
        long id;

        @PostLoad
        void first() {}

        @PostLoad
        void second() {}
    }

    @Entity
    @EntityListeners(AbstractListener.class)
    public static class BadListener {
        @Id
        long id;
    }

    /** A listener that nobody can make. */
    public abstract static class AbstractListener {}

    @Entity
    @AttributeOverride(name = "title", column = @Column(name = "T"))
    public static class UnknownOverride extends Named {
        @Id
        long id;
    }

    @Entity
    public static class TwoKinds {
        @Id
        long id;

        @OneToOne
        @ManyToOne
        Target target;
    }

    @Entity
    public static class Unmappable {
        @Id
        long id;

        Thread thread;
    }

    @Entity
    public static class NotAnnotated {
        @Id
        long id;

        Target target;
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
    public static class WrongVersion {
        @Id
        long id;

        @Version
        String version;
    }

    /** A type that is serializable and nothing else. */
    public static class Blob implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    @Entity
    public static class WrongIdType {
        @Id
        Blob id;
    }

    @Entity
    public static class IdOnCollection {
        @Id
        @ElementCollection
        List<String> ids;
    }

    @Entity
    public static class GeneratedNotId {
        @Id
        long id;

        @GeneratedValue
        long number;
    }

    @Entity
    public static class WrongGeneratedType {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        String id;
    }

    @Entity
    public static class UnknownGenerator {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "missing")
        long id;
    }

    @Entity
    public static class WrongEnumerated {
        @Id
        long id;

        @Enumerated
        String text;
    }

    /** An enum whose stored value is of a type that cannot be one. */
    public enum Level {
        LOW(0.5);

        @EnumeratedValue
        final double value;

        Level(double value) {
            this.value = value;
        }
    }

    @Entity
    public static class WrongEnumeratedValue {
        @Id
        long id;

        Level level;
    }

    @Entity
    @SuppressWarnings("deprecation")
    public static class WrongTemporal {
        @Id
        long id;

        @Temporal(TemporalType.DATE)
        java.time.LocalDate date;

        Date fine;
    }

    @Entity
    public static class WrongCollection {
        @Id
        long id;

        @ElementCollection
        ArrayList<String> names;
    }

    @Entity
    @SuppressWarnings("rawtypes")
    public static class RawCollection {
        @Id
        long id;

        @ElementCollection
        List names;
    }

    @Entity
    public static class NoEntityTarget {
        @Id
        long id;

        @OneToMany
        Set<String> names;
    }

    @Entity
    public static class BadMappedBy {
        @Id
        long id;

        @OneToMany(mappedBy = "holder")
        List<Target> targets;
    }

    @Entity
    public static class InverseWithColumn {
        @Id
        long id;

        @OneToMany(mappedBy = "parent")
        @JoinColumn(name = "P")
        List<InverseWithColumn> children;

        @ManyToOne
        InverseWithColumn parent;
    }

    @Entity
    public static class TwoMappings {
        @Id
        long id;

        @OneToMany
        @JoinTable(name = "J")
        @JoinColumn(name = "C")
        List<Target> targets;
    }

    @Entity
    public static class ToOneJoinTable {
        @Id
        long id;

        @ManyToOne
        @JoinTable(name = "J")
        Target target;
    }

    @Entity
    public static class BadOrderBy {
        @Id
        long id;

        @OneToMany
        @OrderBy("name ASC, size DESC")
        List<Target> targets;
    }

    @Entity
    public static class BadOrderColumn {
        @Id
        long id;

        @ElementCollection
        @OrderColumn
        Set<String> names;
    }

    @Entity
    public static class TwoOrders {
        @Id
        long id;

        @ElementCollection
        @OrderColumn
        @OrderBy
        List<String> names;
    }

    @Entity
    public static class BadMapKey {
        @Id
        long id;

        @OneToMany
        @MapKey(name = "code")
        Map<String, Target> targets;
    }

    @Entity
    public static class MapKeyOnList {
        @Id
        long id;

        @ElementCollection
        @MapKeyColumn(name = "K")
        List<String> names;
    }

    @Entity
    public static class BadMapsId {
        @EmbeddedId
        Key key;

        @ManyToOne
        @MapsId("target")
        Target target;
    }

    @Entity
    public static class WrongMapsIdType {
        @EmbeddedId
        Key key;

        @ManyToOne
        @MapsId("origin")
        Target target;
    }

    @Entity
    public static class NotEmbeddable {
        @Id
        long id;

        @Embedded
        Blob blob;
    }

    @Entity
    public static class AssociationInId {
        @EmbeddedId
        KeyWithAssociation key;
    }

    /** A key that refers to an entity. */
    @Embeddable
    public static class KeyWithAssociation {
        long number;

        @ManyToOne
        Target target;
    }

    @Entity
    public static class CollectionInElement {
        @Id
        long id;

        @ElementCollection
        List<WithNames> parts;
    }

    /** An embeddable with a collection. */
    @Embeddable
    public static class WithNames {
        @ElementCollection
        Set<String> names;
    }

    @Entity
    public static class BadEmbeddedOverride {
        @Id
        long id;

        @Embedded
        @AttributeOverride(name = "destination", column = @Column(name = "D"))
        Key key;
    }

    @Entity
    public static class BadConvert {
        @Id
        long id;

        @Convert
        String text;
    }

    @Entity
    public static class MisfitConverter {
        @Id
        long id;

        @Convert(converter = FirstAutoConverter.class)
        Integer number;
    }

    @Entity
    public static class BadIdArray {
        @Id
        long id;

        @IdArray
        @ManyToMany
        List<Target> targets;
    }

    @Entity
    public static class ColumnTwice {
        @Id
        long id;

        @Column(name = "NAME")
        String first;

        @Column(name = "name")
        String second;
    }

    @Entity
    @Table(indexes = @Index(columnList = "id, nmae DESC"))
    public static class BadIndex {
        @Id
        long id;

        String name;
    }

    @Entity
    @Table(indexes = @Index(columnList = "id,, name"))
    public static class BadColumnList {
        @Id
        long id;

        String name;
    }

    @Entity
    @Table(uniqueConstraints = @UniqueConstraint(columnNames = {"id", "nmae"}))
    public static class BadUniqueConstraint {
        @Id
        long id;

        String name;
    }

    @Entity
    public static class BadJoinColumns {
        @Id
        long id;

        @ManyToOne
        @JoinColumn(name = "O", referencedColumnName = "origin")
        CompositeTarget target;
    }

    @Entity
    public static class UnknownReferencedColumn {
        @Id
        long id;

        @ManyToOne
        @JoinColumn(name = "T", referencedColumnName = "code")
        Target target;
    }

    @Entity
    public static class CycleOne {
        @Id
        @OneToOne
        CycleTwo two;
    }

    @Entity
    public static class CycleTwo {
        @Id
        @OneToOne
        CycleOne one;
    }

    @Entity
    @Convert(attributeName = "name", converter = AttributeConverter.class)
    public static class BadClassConvert extends Named {
        @Id
        long id;
    }

    /** A superclass with an association to one. */
    @MappedSuperclass
    public static class Owned {
        @ManyToOne
        Target target;
    }

    @Entity
    @AssociationOverride(name = "target", joinTable = @JoinTable(name = "J"))
    public static class OverriddenJoinTable extends Owned {
        @Id
        long id;
    }
}
