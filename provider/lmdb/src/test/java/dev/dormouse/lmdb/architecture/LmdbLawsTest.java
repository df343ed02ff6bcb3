package dev.dormouse.lmdb.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The laws of the module's rooms. */
class LmdbLawsTest {

    private static final String HOUSE = "dev.dormouse.lmdb.internal";
    private static final String PLANTED = "dev.dormouse.lmdb.architecture.planted";

    /** Which rooms each room sees. */
    private static final Map<String, List<String>> ARROWS = Map.ofEntries(
            Map.entry("binding", List.of()),
            Map.entry("failure", List.of("binding")),
            Map.entry("file", List.of("failure")),
            Map.entry("environment", List.of("binding", "failure", "file")),
            Map.entry("map", List.of("binding", "environment")),
            Map.entry("commit", List.of("binding", "environment", "failure")),
            Map.entry("record", List.of("failure", "compress")),
            Map.entry("compress", List.of()),
            Map.entry("catalog", List.of("binding", "environment", "failure", "map")),
            Map.entry("checker", List.of("environment", "failure", "file", "map", "record", "catalog")),
            Map.entry("spill", List.of("binding", "environment", "failure", "map", "record")),
            Map.entry(
                    "store",
                    List.of("binding", "environment", "failure", "map", "commit", "record", "catalog", "spill")),
            Map.entry(
                    "typed",
                    List.of("binding", "environment", "failure", "map", "commit", "record", "catalog", "store")),
            Map.entry("json", List.of()),
            Map.entry("array", List.of()),
            Map.entry("shape", List.of("failure")),
            Map.entry("stream", List.of("failure", "json", "record", "shape")),
            Map.entry("flat", List.of("failure", "array", "record", "shape")));

    private final JavaClasses house = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HOUSE);
    private final JavaClasses planted = new ClassFileImporter().importPackages(PLANTED);

    private static ArchRule roomSeesOnly(String root, String room) {
        String[] allowed = Stream.concat(Stream.of(room), ARROWS.getOrDefault(room, List.of()).stream())
                .map(seen -> root + "." + seen)
                .toArray(String[]::new);
        DescribedPredicate<JavaClass> elsewhere = JavaClass.Predicates.resideInAPackage(root + "..")
                .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(allowed)));
        return noClasses()
                .that()
                .resideInAPackage(root + "." + room)
                .should()
                .dependOnClassesThat(elsewhere)
                .as(room + " sees only " + List.of(allowed));
    }

    /** Law 1: a store sees only the SPI, settings and failure. */
    private static ArchRule storeSeesOnlyTheSpi(String root) {
        DescribedPredicate<JavaClass> engine = JavaClass.Predicates.resideInAPackage("dev.dormouse..")
                .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(
                        "dev.dormouse.lmdb..",
                        "dev.dormouse.store..",
                        "dev.dormouse.settings..",
                        "dev.dormouse.failure..")));
        return noClasses().that().resideInAPackage(root + "..").should().dependOnClassesThat(engine);
    }

    private static ArchRule onlyOneRoomSeesTheBinding(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".binding")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.lmdbjava..", "jnr..");
    }

    private static ArchRule noCycles(String root) {
        return SlicesRuleDefinition.slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    @Test
    void every_room_has_its_arrows() {
        List<String> rooms = house.stream()
                .map(type -> type.getPackageName().substring(HOUSE.length() + 1))
                .distinct()
                .sorted()
                .toList();
        assertThat(rooms)
                .containsExactlyElementsOf(ARROWS.keySet().stream().sorted().toList());
        rooms.forEach(room -> roomSeesOnly(HOUSE, room).check(house));
    }

    @Test
    void the_house_keeps_the_other_laws() {
        storeSeesOnlyTheSpi(HOUSE).check(house);
        onlyOneRoomSeesTheBinding(HOUSE).check(house);
        noCycles(HOUSE).check(house);
    }

    @Test
    void each_law_catches_its_violation() {
        assertThatThrownBy(() -> roomSeesOnly(PLANTED, "map").check(planted)).hasMessageContaining("Walk");
        assertThatThrownBy(() -> storeSeesOnlyTheSpi(PLANTED).check(planted)).hasMessageContaining("Opened");
        assertThatThrownBy(() -> onlyOneRoomSeesTheBinding(PLANTED).check(planted))
                .hasMessageContaining("SeekOp");
        assertThatThrownBy(() -> noCycles(PLANTED).check(planted)).hasMessageContaining("Cycle");
    }
}
