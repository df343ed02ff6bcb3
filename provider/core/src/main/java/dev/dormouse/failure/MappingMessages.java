package dev.dormouse.failure;

/**
 * What can be wrong with the mapping of a persistence unit: 0100 to 0399, and from 1000 what a mapping asks for that is not supported yet.
 */
public final class MappingMessages {

    public static final Message CLASS_NOT_FOUND = new Message(
            100,
            "Class not found: '%s'. A persistence unit lists classes that its class loader finds. Correct the name or take it out of the unit.");

    public static final Message UNREADABLE_CLASS = new Message(
            102,
            "Class file cannot be read: '%s' (%s). It must be a class file of a Java version that is supported. Compile it for an older one.");

    public static final Message ENTITY_NAME_TWICE = new Message(
            103,
            "Entity name used twice: '%s' (%s and %s). Entity names are unique in a persistence unit. Give one of them another name with @Entity(name = ...).");

    public static final Message QUERY_NAME_TWICE = new Message(
            104,
            "Query name used twice: '%s' (%s and %s). Named queries are unique in a persistence unit. Rename one of them.");

    public static final Message GENERATOR_NAME_TWICE = new Message(
            105,
            "Generator name used twice: '%s' (%s and %s). Generators are unique in a persistence unit, across their kinds. Rename one of them.");

    public static final Message CONVERTER_WITHOUT_TYPES = new Message(
            106,
            "Converter without types: '%s'. A converter implements AttributeConverter with the types of the attribute and of the column. Add the type arguments.");

    public static final Message CONVERTER_NOT_INSTANTIABLE = new Message(
            107,
            "Converter cannot be instantiated: '%s'. A converter is a class, not abstract, with a constructor without parameters. Add one.");

    public static final Message CONVERTERS_CONFLICT = new Message(
            108,
            "Converters apply to the same type: '%s' (%s and %s). One converter at most applies automatically to a type. Take autoApply from one of them.");

    public static final Message ENTITY_NOT_STATIC = new Message(
            110,
            "Entity is an inner class: '%s'. An entity is a top-level class or a static member class. Make it static.");

    public static final Message RECORD_NOT_EMBEDDABLE = new Message(
            111, "Record is no %s: '%s'. A record can be an embeddable or an id class only. Make it a class.");

    public static final Message ENTITY_NOT_CLASS = new Message(
            112,
            "Not a class: '%s'. An entity or mapped superclass is a class, no enum and no interface. Map the classes that implement it.");

    public static final Message ENTITY_FINAL = new Message(
            113,
            "Entity is final: '%s'. An entity class is not final, so that references to it can be lazy. Take the word final away, or have the build plugin enhance the class and those that refer to it.");

    public static final Message NO_DEFAULT_CONSTRUCTOR = new Message(
            114, "Constructor without parameters is missing: '%s'. An %s has one that is public or protected. Add it.");

    public static final Message NO_IDENTIFIER = new Message(
            115,
            "Entity without identifier: '%s'. An entity has an attribute with @Id or @EmbeddedId, its own or inherited. Add one.");

    public static final Message ID_KINDS_MIXED = new Message(
            116,
            "Two kinds of identifier: '%s' and '%s'. An entity has either one @EmbeddedId or attributes with @Id. Keep one kind.");

    public static final Message EMBEDDED_ID_TWICE = new Message(
            117,
            "More than one embedded id: '%s' and '%s'. An entity has one @EmbeddedId at most. Put both into one embeddable, or use @IdClass.");

    public static final Message ID_CLASS_MISSING = new Message(
            118,
            "Composite identifier without class: '%s'. Several @Id attributes, or one that refers to an entity with a composite id, need an @IdClass. Add it.");

    public static final Message ID_CLASS_MISMATCH = new Message(
            119,
            "Id class does not fit: '%s' (%s). Its attributes have the names and types of the @Id attributes of the entity; for an association, the type of the target's id. Make them equal.");

    public static final Message ID_BELOW_ROOT = new Message(
            120,
            "Identifier in a subclass: '%s'. The root of the hierarchy, '%s', defines the identifier. Move it there.");

    public static final Message VERSION_TWICE = new Message(
            121, "More than one version: '%s' and '%s'. An entity has one @Version attribute at most. Take one away.");

    public static final Message VERSION_BELOW_ROOT = new Message(
            122,
            "Version in a subclass: '%s'. The root of the hierarchy, '%s', or one of its mapped superclasses declares the version. Move it there.");

    public static final Message TWO_ROLES = new Message(
            123,
            "Class with two roles: '%s' (%s and %s). A class is an entity, a mapped superclass or an embeddable. Keep one annotation.");

    public static final Message EMBEDDABLE_ABSTRACT = new Message(
            124,
            "Embeddable cannot be instantiated: '%s'. An embeddable is a class that is not abstract, or a record. Make it one.");

    public static final Message EMBEDDABLE_CYCLE = new Message(
            125,
            "Embeddable contains itself: '%s' (through '%s'). Embeddables form no circles. Make one of them an entity.");

    public static final Message ANNOTATION_MISPLACED = new Message(
            126,
            "Mapping annotation has no effect: '%s' on '%s'. The class has %s access. Move it to the %s, or choose the access with @Access.");

    public static final Message SETTER_MISSING = new Message(
            127,
            "Property without setter: '%s'. A persistent property has a getter and a setter of its type. Add it, or annotate the field.");

    public static final Message NOT_ON_ROOT = new Message(
            128,
            "Annotation below the root of a hierarchy: '%s'. In a single-table hierarchy it stands on the root entity, '%s'. Move it there.");

    public static final Message DISCRIMINATOR_VALUE_MISFIT = new Message(
            130, "Discriminator value does not fit: '%s'. The discriminator is of type %s. Give a value of this type.");

    public static final Message DISCRIMINATOR_VALUE_LONG = new Message(
            186,
            "Discriminator value is too long: '%s'. The column has a length of %s. Raise it, or give a shorter value with @DiscriminatorValue.");

    public static final Message DISCRIMINATOR_VALUE_TWICE = new Message(
            131,
            "Discriminator value used twice: '%s' (%s and %s). The value tells the entities of a hierarchy apart. Change one with @DiscriminatorValue.");

    public static final Message CALLBACK_SIGNATURE = new Message(
            132,
            "Callback method has the wrong form: '%s'. It is neither static nor final, returns void and has %s. Correct it.");

    public static final Message CALLBACK_TWICE = new Message(
            133,
            "More than one callback: '%s' and '%s' for @%s. A class has one method at most for an event. Put both into one.");

    public static final Message LISTENER_NOT_INSTANTIABLE = new Message(
            134,
            "Listener cannot be instantiated: '%s'. A listener is a class with a public constructor without parameters. Add one.");

    public static final Message OVERRIDE_WITHOUT_ATTRIBUTE = new Message(
            135,
            "Override names no attribute: '%s'. It is the path of an attribute that is %s, of the right kind. Correct the name.");

    public static final Message ATTRIBUTE_TWICE = new Message(
            136,
            "Attribute declared twice: '%s' (%s and %s). Each attribute of a class and of its mapped superclasses has a name of its own. Rename one of them.");

    public static final Message ATTRIBUTE_KINDS_CONFLICT =
            new Message(150, "Annotations contradict each other: '%s'. An attribute is of one kind. Keep one of them.");

    public static final Message TYPE_NOT_MAPPABLE = new Message(
            151,
            "Type has no mapping: '%s'. An attribute is a basic type, an embeddable, an entity or a collection with its annotation, or has a converter. Add @Convert, @ElementCollection, @Embeddable or @Transient.");

    public static final Message ASSOCIATION_NOT_ANNOTATED = new Message(
            152,
            "Association without annotation: '%s'. A reference to an entity says how many there are. Add @ManyToOne or @OneToOne, or @Transient.");

    public static final Message VERSION_TYPE = new Message(
            153,
            "Version of a wrong type: '%s'. A version is a short, an int, a long or one of their wrappers, a LocalDateTime, an Instant or a Timestamp. Change the type.");

    public static final Message ID_TYPE = new Message(
            154,
            "Identifier of a wrong type: '%s'. An @Id attribute is of a basic type whose values can be compared, or an association to one. Change the type, or use @EmbeddedId.");

    public static final Message GENERATED_NOT_ID = new Message(
            155,
            "Generated value on an attribute that is no simple identifier: '%s'. @GeneratedValue stands beside @Id on a basic attribute. Add @Id or take it away.");

    public static final Message GENERATED_TYPE = new Message(
            156, "Generated value of a wrong type: '%s'. Strategy %s generates %s. Change the type or the strategy.");

    public static final Message GENERATOR_UNKNOWN = new Message(
            157,
            "Generator not found: '%s'. @GeneratedValue with strategy %s names a %s of the persistence unit. Declare it, or correct the name.");

    public static final Message ENUMERATED_TYPE = new Message(
            158, "@%s on a type that is no enum: '%s'. It stands where values are of an enum. Take it away.");

    public static final Message ENUMERATED_VALUE = new Message(
            159,
            "@EnumeratedValue cannot be used: '%s'. It stands on one final field of type byte, short, int or String of the enum; with @Enumerated, of the type that it says. Correct it.");

    public static final Message TEMPORAL_TYPE = new Message(
            160,
            "@%s on a type that is no Date: '%s'. It stands where values are java.util.Date or java.util.Calendar. Take it away; the types of java.time need none.");

    public static final Message COLLECTION_TYPE = new Message(
            161,
            "Collection of a wrong type: '%s'. A collection is declared as Collection, List, Set or Map of java.util. Change the declaration; the value may stay what it is.");

    public static final Message ELEMENT_TYPE_MISSING = new Message(
            162,
            "Type of the elements is unknown: '%s'. A collection is generic, or its annotation names the %s. Add the type arguments.");

    public static final Message TARGET_NOT_ENTITY = new Message(
            163,
            "Target is no entity: '%s'. An association refers to an entity of the persistence unit. Annotate it with @Entity and list it, or map it another way.");

    public static final Message MAPPED_BY_UNKNOWN = new Message(
            164,
            "mappedBy names no owning side: '%s'. It is the path of an association in %s that refers to %s and has no mappedBy itself. Correct it.");

    public static final Message INVERSE_WITH_COLUMNS = new Message(
            165,
            "Inverse side with a mapping of its own: '%s'. The side with mappedBy has no columns and no table. Take it away, or move it to the owning side.");

    public static final Message ORDER_BY_UNKNOWN = new Message(
            166,
            "@OrderBy names no attribute: '%s'. Its items are paths of basic attributes of %s, each with ASC or DESC or neither. Correct it.");

    public static final Message ORDER_COLUMN_NOT_LIST = new Message(
            167,
            "@OrderColumn on a collection that is no list: '%s'. Only a List keeps its order in a column. Declare the attribute as List.");

    public static final Message ORDERS_MIXED = new Message(
            168, "Two orders for one list: '%s'. A list is ordered by @OrderBy or by @OrderColumn. Keep one.");

    public static final Message MAP_KEY_UNKNOWN =
            new Message(169, "@MapKey names no attribute: '%s'. It is an attribute of %s. Correct the name.");

    public static final Message MAP_KEY_NOT_MAP =
            new Message(170, "@%s on an attribute that is no map: '%s'. Only a java.util.Map has keys. Take it away.");

    public static final Message MAPS_ID_UNKNOWN = new Message(
            171,
            "@MapsId names no id attribute: '%s'. It is an attribute of the @EmbeddedId, or empty for the whole id. Correct the name.");

    public static final Message NOT_EMBEDDABLE = new Message(
            172, "Type is no embeddable: '%s'. What is embedded is a class or record with @Embeddable. Annotate it.");

    public static final Message EMBEDDED_ID_WITH_ASSOCIATION = new Message(
            173,
            "Embedded id with an association: '%s'. An embedded id or a map key consists of basic attributes and embeddables. Move the association to the entity and add @MapsId.");

    public static final Message ELEMENT_WITH_COLLECTION = new Message(
            174,
            "Element with a collection: '%s'. An embeddable in an element collection has no collection, and no association but an owning one to one entity. Make it an entity.");

    public static final Message CONVERTER_UNKNOWN = new Message(
            175,
            "@Convert names no converter: '%s'. It names a class that implements AttributeConverter, or disables conversion. Add converter = ...");

    public static final Message CONVERT_MISPLACED = new Message(
            188,
            "@Convert cannot be used: '%s'. A converter is for basic values without @Version, @Enumerated and @Temporal. Take it away, or name an embedded attribute in attributeName.");

    public static final Message CONVERTER_MISFIT = new Message(
            176,
            "Converter does not fit: '%s' (converts %s). The attribute is of type %s. Choose another converter or type.");

    public static final Message ID_ARRAY_MISPLACED = new Message(
            177,
            "@IdArray cannot be used: '%s'. It stands on a @OneToMany Collection, List or Set without mappedBy, join column, join table or order column, to an entity with a simple id. Use a join table.");

    public static final Message JOIN_COLUMNS_MISMATCH = new Message(
            178,
            "Join columns do not fit: '%s'. They name, each once, all %s columns of the key of %s (%s). Add or correct referencedColumnName.");

    public static final Message TWO_MAPPINGS = new Message(
            179,
            "Association with two mappings: '%s'. References are kept in a join table or in join columns. Keep one of @JoinTable and @JoinColumn.");

    public static final Message MAPS_ID_TYPE = new Message(
            180,
            "@MapsId does not fit: '%s' is of type %s. It takes the id of %s, which is of type %s. Make the types equal.");

    public static final Message DERIVED_ID_CYCLE = new Message(
            181,
            "Identifier depends on itself: '%s'. The id of an entity is derived from others without a circle. Give one of them an id of its own.");

    public static final Message ID_ON_COLLECTION = new Message(
            182,
            "Identifier is a collection: '%s'. An identifier is basic, embedded, or an association to one. Change it.");

    public static final Message JOIN_TABLE_SHARED = new Message(
            183,
            "Join table of two associations: '%s' (%s and %s). A join table holds the pairs of one owning association. Give one of them another table with @JoinTable, or make it the inverse side with mappedBy.");

    public static final Message STORED_AS_MISPLACED = new Message(
            184,
            "@StoredAs cannot be used: '%s'. OBJECT_ID stands on a String, SUB_DOCUMENT on an element collection that is a Map with String keys. Take it away.");

    public static final Message STORE_ID_NO_UUID = new Message(
            194,
            "@StoreId is no UUID: '%s'. The id of a table is a UUID of 36 characters, in lower case. Make one with java.util.UUID.randomUUID().");

    public static final Message STORE_ID_MISPLACED =
            new Message(195, "@StoreId cannot be used: '%s'. It stands on an entity, which has a table. Take it away.");

    public static final Message STORE_ID_TWICE = new Message(
            196,
            "@StoreId used twice: '%s' (%s and %s). An id stands for one table for ever. Give one of the entities a new UUID.");

    public static final Message STORE_IDS_OF_ONE_TABLE = new Message(
            197,
            "Two ids for one table: '%s' (%s of %s and %s of %s). A table has one id. Put it on one of the entities, or give them tables of their own.");

    public static final Message COLUMN_TWICE = new Message(
            190,
            "Column mapped twice: '%s' in table '%s' (%s and %s). One attribute writes a column. Rename one, or add insertable = false, updatable = false.");

    public static final Message COLLECTION_COLUMN_TWICE = new Message(
            187,
            "Column of a collection mapped twice: '%s' in table '%s' (%s and %s). Owner, element, key and position have columns of their own. Rename one with @Column, @JoinColumn, @MapKeyColumn, @OrderColumn or @AttributeOverride.");

    public static final Message INDEX_COLUMN_UNKNOWN = new Message(
            191, "Index names no column: '%s' of '%s'. The columns of table '%s' are %s. Correct the column list.");

    public static final Message UNIQUE_COLUMN_UNKNOWN = new Message(
            192, "Unique constraint names no column: '%s'. The columns of table '%s' are %s. Correct the names.");

    public static final Message COLUMN_LIST = new Message(
            193,
            "Column list cannot be read: '%s'. It is a list of columns with commas between them, each with ASC or DESC or neither. Correct it.");

    public static final Message ANNOTATION_NOT_SUPPORTED = new Message(
            1000,
            "Not supported yet: '@%s'. This version maps the rest of Jakarta Persistence. Take it away or wait for a version that supports it.");

    public static final Message ELEMENT_NOT_SUPPORTED = new Message(
            1001,
            "Not supported yet: '@%s(%s = ...)'. This version maps the annotation without this element. Take the element away.");

    public static final Message INHERITANCE_NOT_SUPPORTED = new Message(
            1002,
            "Not supported yet: '@Inheritance(strategy = %s)'. This version maps hierarchies with SINGLE_TABLE. Change the strategy.");

    public static final Message TO_ONE_JOIN_TABLE_NOT_SUPPORTED = new Message(
            1003,
            "Not supported yet: '@JoinTable' on an association to one. This version keeps such references in join columns. Use @JoinColumn.");

    private MappingMessages() {}
}
