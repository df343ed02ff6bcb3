package dev.dormouse.internal.mapping.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dormouse.annotation.Storage;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.CallbackKind;
import dev.dormouse.internal.mapping.model.CallbackModel;
import dev.dormouse.internal.mapping.model.DatabaseName;
import dev.dormouse.internal.mapping.model.EmbeddedValue;
import dev.dormouse.internal.mapping.model.EntityModel;
import dev.dormouse.internal.mapping.model.GeneratorModels;
import dev.dormouse.internal.mapping.model.IdModel;
import dev.dormouse.internal.mapping.model.IndexModel;
import dev.dormouse.internal.mapping.model.MemberModel;
import dev.dormouse.internal.mapping.model.NamedQueryModel;
import dev.dormouse.internal.mapping.model.PersistenceUnitModel;
import dev.dormouse.internal.mapping.model.SequenceGeneratorModel;
import dev.dormouse.internal.mapping.model.TableGeneratorModel;
import dev.dormouse.internal.mapping.model.TableModel;
import dev.dormouse.internal.mapping.model.TypeName;
import dev.dormouse.internal.mapping.model.UniqueConstraintModel;
import dev.dormouse.internal.mapping.wellformed.Associations;
import dev.dormouse.internal.mapping.wellformed.Basics;
import dev.dormouse.internal.mapping.wellformed.Embeddables;
import dev.dormouse.internal.mapping.wellformed.Generators;
import dev.dormouse.internal.mapping.wellformed.Hierarchy;
import dev.dormouse.internal.mapping.wellformed.Ids;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MappingResolverTest {

    private static PersistenceUnitModel resolve(Class<?>... classes) {
        return MappingResolver.resolve(
                "unit", Stream.of(classes).map(Class::getName).toList(), MappingResolverTest.class.getClassLoader());
    }

    @Test
    void loadsNoClassOfTheApplication() {
        ClassLoader resourcesOnly = new ClassLoader(MappingResolverTest.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) {
                throw new AssertionError("loads " + name);
            }
        };

        PersistenceUnitModel model =
                MappingResolver.resolve("unit", List.of(Basics.Everything.class.getName()), resourcesOnly);

        assertThat(model.entities()).containsOnlyKeys("Everything");
    }

    @Test
    void namesIndexesAndConstraintsThatHaveNoName() {
        TableModel table = resolve(Basics.Everything.class).entity("Everything").table();

        assertThat(table.indexes())
                .containsExactly(
                        new IndexModel(
                                DatabaseName.of("IX_EVERYTHING_string_bigDecimal"),
                                List.of(
                                        new IndexModel.IndexedColumn(DatabaseName.of("string"), false),
                                        new IndexModel.IndexedColumn(DatabaseName.of("bigDecimal"), true)),
                                false),
                        new IndexModel(
                                DatabaseName.of("I2"),
                                List.of(new IndexModel.IndexedColumn(new DatabaseName("Order", true), false)),
                                true));
        assertThat(table.uniqueConstraints())
                .containsExactly(new UniqueConstraintModel(
                        DatabaseName.of("UK_EVERYTHING_uuid_year"),
                        List.of(DatabaseName.of("uuid"), DatabaseName.of("year"))));
    }

    @Test
    void keepsDeclaredGeneratorsAndAddsImpliedOnes() {
        GeneratorModels generators = resolve(
                        Generators.Auto.class,
                        Generators.Sequenced.class,
                        Generators.Tabled.class,
                        Generators.Unnamed.class,
                        Generators.ImpliedTable.class)
                .generators();

        assertThat(generators.sequences().values())
                .containsExactlyInAnyOrder(
                        new SequenceGeneratorModel("seq", DatabaseName.of("SEQ_1"), null, null, 7, 3),
                        new SequenceGeneratorModel("Unnamed", DatabaseName.of("Unnamed"), null, null, 1, 1),
                        new SequenceGeneratorModel("Auto", DatabaseName.of("Auto_SEQ"), null, null, 1, 50));
        assertThat(generators.tables().values())
                .containsExactlyInAnyOrder(
                        new TableGeneratorModel(
                                "shared",
                                TableModel.of(DatabaseName.of("IDS")),
                                DatabaseName.of("K"),
                                DatabaseName.of("V"),
                                "s",
                                9,
                                5),
                        new TableGeneratorModel(
                                "ImpliedTable",
                                TableModel.of(DatabaseName.of("ID_GENERATORS")),
                                DatabaseName.of("GENERATOR_NAME"),
                                DatabaseName.of("GENERATOR_VALUE"),
                                "ImpliedTable",
                                0,
                                50));
    }

    @Test
    void ordersCallbacksListenersFirstAndFromTheTopDown() {
        PersistenceUnitModel model = resolve(Hierarchy.Car.class, Hierarchy.Bike.class);

        assertThat(model.entity("Car").callbacks(CallbackKind.PRE_PERSIST))
                .extracting(CallbackModel::methodName)
                .containsExactly("baseBeforePersist", "beforePersist", "check", "audit", "persistVehicle");
        assertThat(model.entity("Car").callbacks(CallbackKind.PRE_UPDATE))
                .containsExactly(new CallbackModel(
                        CallbackKind.PRE_UPDATE,
                        Hierarchy.VehicleListener.class.getName(),
                        "check",
                        Hierarchy.Vehicle.class.getName()));
        assertThat(model.entity("Bike").callbacks(CallbackKind.PRE_PERSIST))
                .extracting(CallbackModel::methodName)
                .containsExactly("audit", "persistVehicle");
    }

    @Test
    void doesNotCallWhatASubclassOverridesWithoutAnnotation() {
        PersistenceUnitModel model = resolve(Hierarchy.Car.class, Hierarchy.Bike.class);

        assertThat(model.entity("Car").callbacks(CallbackKind.POST_LOAD)).isEmpty();
        assertThat(model.entity("Bike").callbacks(CallbackKind.POST_LOAD))
                .extracting(CallbackModel::methodName)
                .containsExactly("loadedAbove");
    }

    @Test
    void addsSuperclassesThatNobodyListed() {
        PersistenceUnitModel model = resolve(Hierarchy.Car.class);

        assertThat(model.entities()).containsOnlyKeys("Vehicle", "Car");
        assertThat(model.mappedSuperclasses()).containsOnlyKeys(Hierarchy.Audited.class.getName());
        assertThat(model.entity("Car").cacheable()).isTrue();
        assertThat(model.entity("Car").codec()).isEqualTo(Storage.Codec.CBOR);
        assertThat(model.entity("Car").compression()).isEqualTo(Storage.Compression.ZSTD);
        assertThat(model.entity("Car").javaClass().superclass()).isEqualTo(Hierarchy.Vehicle.class.getName());
        assertThat(model.withSubEntities(model.entity("Vehicle")))
                .extracting(EntityModel::name)
                .containsExactly("Vehicle", "Car");
    }

    @Test
    void keepsNamedQueries() {
        assertThat(resolve(Hierarchy.Car.class).namedQueries().values())
                .containsExactly(new NamedQueryModel(
                        "Car.all",
                        "FROM Car",
                        null,
                        LockModeType.OPTIMISTIC,
                        Map.of("h", "v"),
                        Hierarchy.Car.class.getName()));
    }

    @Test
    void givesMappedSuperclassesTheAttributesOfTheFirstEntityBelow() {
        PersistenceUnitModel model = resolve(Ids.Employee.class);

        assertThat(model.mappedSuperclasses().values()).singleElement().satisfies(superclass -> assertThat(
                        superclass.attributes())
                .extracting(AttributeModel::type)
                .containsExactly(TypeName.of(Long.class)));
    }

    @Test
    void findsAttributesThroughEmbeddedValuesAndAssociations() {
        PersistenceUnitModel model =
                resolve(Embeddables.Person.class, Embeddables.Country.class, Embeddables.MoneyConverter.class);
        EntityModel person = model.entity("Person");

        assertThat(person.find(AttributePath.parse("work.zip.code"))).isPresent();
        assertThat(person.find(AttributePath.parse("work.country.iso"))).isEmpty();
        assertThat(model.find(person, AttributePath.parse("work.country.iso")))
                .isEqualTo(model.entity("Country").attributes().find("iso"));
        assertThat(model.find(person, AttributePath.parse("work.nothing"))).isEmpty();
        assertThat(model.find(person, AttributePath.parse("active.x"))).isEmpty();
    }

    @Test
    void describesRecordsByTheirComponents() {
        EmbeddedValue key = ((IdModel.Embedded)
                        resolve(Associations.Weather.class).entity("Weather").id())
                .value();

        assertThat(key.isRecord()).isTrue();
        assertThat(key.attributes())
                .extracting(AttributeModel::member)
                .extracting(MemberModel::name, MemberModel::kind, MemberModel::getter)
                .containsExactly(
                        tuple("origin", MemberModel.Kind.RECORD_COMPONENT, "origin"),
                        tuple("hour", MemberModel.Kind.RECORD_COMPONENT, "hour"));
    }

    @Test
    void toleratesListedClassesWithoutRole() {
        assertThat(resolve(Embeddables.Country.class, Basics.Color.class, String.class)
                        .entities())
                .containsOnlyKeys("Country");
    }
}
