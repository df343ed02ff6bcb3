package dev.dormouse.internal.mapping.rule;

import dev.dormouse.internal.mapping.raw.RawAnnotation;
import jakarta.persistence.Entity;
import java.util.Set;

/** Which annotations of the specification are mapped, and which are not built yet. Every one of them is in exactly one list. */
final class SupportedAnnotations {

    /** The package of the annotations. */
    static final String PACKAGE = Entity.class.getPackageName() + ".";

    /** Mapped by this version, apart from the elements in {@link #NOT_BUILT_ELEMENTS}. */
    static final Set<String> BUILT = Set.of(
            "Access",
            "AssociationOverride",
            "AssociationOverrides",
            "AttributeOverride",
            "AttributeOverrides",
            "Basic",
            "Cacheable",
            "CollectionTable",
            "Column",
            "Convert",
            "Converter",
            "Converts",
            "DiscriminatorColumn",
            "DiscriminatorValue",
            "ElementCollection",
            "Embeddable",
            "Embedded",
            "EmbeddedId",
            "Entity",
            "EntityListeners",
            "Enumerated",
            "EnumeratedValue",
            "ExcludeDefaultListeners",
            "ExcludeSuperclassListeners",
            "GeneratedValue",
            "Id",
            "IdClass",
            "Index",
            "Inheritance",
            "JoinColumn",
            "JoinColumns",
            "JoinTable",
            "Lob",
            "ManyToMany",
            "ManyToOne",
            "MapKey",
            "MapKeyClass",
            "MapKeyColumn",
            "MapKeyEnumerated",
            "MapKeyJoinColumn",
            "MapKeyJoinColumns",
            "MapKeyTemporal",
            "MappedSuperclass",
            "MapsId",
            "NamedQueries",
            "NamedQuery",
            "OneToMany",
            "OneToOne",
            "OrderBy",
            "OrderColumn",
            "PostLoad",
            "PostPersist",
            "PostRemove",
            "PostUpdate",
            "PrePersist",
            "PreRemove",
            "PreUpdate",
            "QueryHint",
            "SequenceGenerator",
            "SequenceGenerators",
            "Table",
            "TableGenerator",
            "TableGenerators",
            "Temporal",
            "Transient",
            "UniqueConstraint",
            "Version");

    /** Refused when found on a managed class, its members or its package. The last six inject into components, never into entities. */
    static final Set<String> NOT_BUILT = Set.of(
            "CheckConstraint",
            "ColumnResult",
            "ConstructorResult",
            "EntityResult",
            "FieldResult",
            "ForeignKey",
            "NamedAttributeNode",
            "NamedEntityGraph",
            "NamedEntityGraphs",
            "NamedNativeQueries",
            "NamedNativeQuery",
            "NamedStoredProcedureQueries",
            "NamedStoredProcedureQuery",
            "NamedSubgraph",
            "PrimaryKeyJoinColumn",
            "PrimaryKeyJoinColumns",
            "SecondaryTable",
            "SecondaryTables",
            "SqlResultSetMapping",
            "SqlResultSetMappings",
            "StoredProcedureParameter",
            "PersistenceContext",
            "PersistenceContexts",
            "PersistenceProperty",
            "PersistenceUnit",
            "PersistenceUnits");

    /** Elements that are refused, on whichever annotation they stand: text for a statement that no store here runs, and constraints. */
    static final Set<String> NOT_BUILT_ELEMENTS =
            Set.of("options", "check", "columnDefinition", "foreignKey", "inverseForeignKey");

    /** Elements that are refused on one annotation: positions and keys of collections are always written, and keys are never null. */
    static final Set<String> NOT_BUILT_ELEMENTS_OF_ONE = Set.of(
            "MapKeyColumn.unique",
            "MapKeyColumn.nullable",
            "MapKeyColumn.insertable",
            "MapKeyColumn.updatable",
            "MapKeyJoinColumn.unique",
            "MapKeyJoinColumn.nullable",
            "MapKeyJoinColumn.insertable",
            "MapKeyJoinColumn.updatable",
            "OrderColumn.insertable",
            "OrderColumn.updatable");

    /** Annotations whose {@code table} would name a secondary table. */
    static final Set<String> WITH_SECONDARY_TABLE = Set.of("Column", "JoinColumn", "MapKeyColumn", "MapKeyJoinColumn");

    private SupportedAnnotations() {}

    static boolean isOfSpecification(RawAnnotation annotation) {
        return annotation.type().startsWith(PACKAGE);
    }
}
