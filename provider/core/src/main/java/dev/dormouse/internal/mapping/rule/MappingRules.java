package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.internal.mapping.model.EntityModel;
import dev.dormouse.internal.mapping.model.PersistenceUnitModel;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import dev.dormouse.internal.mapping.raw.RawUnit;
import dev.dormouse.internal.mapping.raw.Role;
import java.util.List;

/** All rules, in the order in which they are asked. */
public final class MappingRules {

    static final List<UnitRule> UNIT = List.of(
            new ListedClassesMustExist(),
            new EntityNamesMustBeUnique(),
            new NamedQueriesMustBeUnique(),
            new GeneratorsMustBeUnique(),
            new ConverterMustHaveTypes(),
            new ConverterMustBeInstantiable(),
            new AutoAppliedConvertersMustNotConflict(),
            new DiscriminatorValuesMustBeUnique(),
            new StoreIdsMustBeUnique());

    static final List<ClassRule> CLASS = List.of(
            new AnnotationMustBeSupported(),
            new ClassMustHaveOneRole(),
            new EntityMustBeTopLevelOrStaticClass(),
            new RecordMustBeEmbeddable(),
            new EntityMustBeClass(),
            new EntityMustNotBeFinal(),
            new EntityMustHaveNoArgConstructor(),
            new EntityMustHaveIdentifier(),
            new EmbeddedIdMustNotMixWithId(),
            new OnlyOneEmbeddedId(),
            new CompositeIdentifierMustHaveIdClass(),
            new IdClassMustMatchIdAttributes(),
            new IdentifierMustBeDeclaredInRoot(),
            new OnlyOneVersionAttribute(),
            new VersionMustBeDeclaredInRoot(),
            new EmbeddableMustNotBeAbstract(),
            new EmbeddableMustNotContainItself(),
            new MappingAnnotationsMustFollowAccessType(),
            new AttributeNamesMustBeUnique(),
            new HierarchyMustBeMappedOnRoot(),
            new InheritanceMustBeSingleTable(),
            new DiscriminatorValueMustFitType(),
            new CallbackMustHaveRightSignature(),
            new OnlyOneCallbackPerEvent(),
            new ListenerMustBeInstantiable(),
            new OverrideMustNameInheritedAttribute(),
            new StoreIdMustBeUuidOfEntity(),
            new ConvertMustNameConverter());

    static final List<AttributeRule> ATTRIBUTE = List.of(
            new AttributeMustHaveOneKind(),
            new AttributeTypeMustBeMappable(),
            new AssociationMustBeAnnotated(),
            new PropertyMustHaveSetter(),
            new VersionMustHaveSupportedType(),
            new IdentifierMustHaveComparableType(),
            new IdentifierMustBeSingle(),
            new GeneratedValueMustBeOnId(),
            new GeneratedValueMustHaveSupportedType(),
            new GeneratedValueMustNameKnownGenerator(),
            new EnumeratedMustBeEnum(),
            new EnumeratedValueMustBeUsable(),
            new TemporalMustBeDateOrCalendar(),
            new CollectionMustBeInterfaceType(),
            new CollectionMustHaveElementType(),
            new TargetMustBeEntity(),
            new MappedByMustNameOwningAttribute(),
            new InverseSideMustNotHaveColumns(),
            new AssociationMustHaveOneMapping(),
            new ToOneMustUseJoinColumns(),
            new OrderByMustNameAttribute(),
            new OrderColumnMustBeOnList(),
            new ListMustHaveOneOrder(),
            new MapKeyMustNameAttribute(),
            new MapKeyMustBeOnMap(),
            new MapsIdMustNameIdAttribute(),
            new MapsIdMustHaveTypeOfTarget(),
            new EmbeddedMustHaveEmbeddableType(),
            new EmbeddedIdMustNotHaveAssociations(),
            new ElementMustNotHaveCollections(),
            new OverrideMustNameEmbeddedAttribute(),
            new ConvertMustNameConverter(),
            new ConverterMustFitAttribute(),
            new ConvertMustBeOnBasicValue(),
            new IdArrayMustBeUnidirectionalOneToMany(),
            new StoredAsMustFitAttribute());

    static final List<EntityRule> ENTITY = List.of(
            new ColumnMustBeWrittenOnce(),
            new CollectionColumnMustBeWrittenOnce(),
            new IndexMustNameKnownColumns(),
            new UniqueConstraintMustNameKnownColumns());

    static final List<ModelRule> MODEL = List.of(new JoinTableMustServeOneAssociation(), new TableMustHaveOneStoreId());

    private MappingRules() {}

    /** Checks what was written. */
    public static void check(RawUnit unit, FailureCollector failures) {
        UNIT.forEach(rule -> rule.check(unit, failures));
        for (ManagedClass type : unit.managed()) {
            FailureCollector ofClass = failures.at(type.context());
            CLASS.forEach(rule -> rule.check(type, ofClass));
            for (RawAttribute attribute : type.attributes()) {
                if (isCheckedHere(attribute, type)) {
                    FailureCollector ofAttribute = ofClass.at(attribute.context());
                    ATTRIBUTE.forEach(rule -> rule.check(attribute, ofAttribute));
                }
            }
        }
    }

    /** An attribute is checked once, in the class that declares it; one whose type is a variable in each entity that inherits it. */
    private static boolean isCheckedHere(RawAttribute attribute, ManagedClass type) {
        boolean isOpenInSuperclass = attribute.isOpen() && type.role() == Role.MAPPED_SUPERCLASS;
        return (attribute.member().declaringClass().equals(type.name()) && !isOpenInSuperclass)
                || (attribute.isOpen() && type.role() == Role.ENTITY);
    }

    /** Checks what was resolved; a hierarchy of which a part could not be resolved is left out of the rules about one entity. */
    public static void check(PersistenceUnitModel unit, FailureCollector failures) {
        MODEL.forEach(rule -> rule.check(unit, failures));
        for (EntityModel entity : unit.entities().values()) {
            if (isComplete(entity, unit)) {
                FailureCollector ofEntity = failures.at("entity '" + entity.className() + "'");
                ENTITY.forEach(rule -> rule.check(entity, unit, ofEntity));
            }
        }
    }

    private static boolean isComplete(EntityModel entity, PersistenceUnitModel unit) {
        return entity.inheritance().subEntities().stream().allMatch(name -> unit.findEntity(name)
                .filter(below -> isComplete(below, unit))
                .isPresent());
    }
}
