package dev.dormouse.mongodb.architecture;

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
import dev.dormouse.failure.Message;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The laws of the module's rooms. */
class MongoLawsTest {

    private static final String HOUSE = "dev.dormouse.mongodb.internal";
    private static final String PLANTED = "dev.dormouse.mongodb.architecture.planted";

    /** Which rooms each room sees. */
    private static final Map<String, List<String>> ARROWS = Map.ofEntries(
            Map.entry("failure", List.of()),
            Map.entry("client", List.of("failure")),
            Map.entry("document", List.of("failure")),
            Map.entry("catalog", List.of("failure")),
            Map.entry("constraint", List.of("failure", "document")),
            Map.entry("schema", List.of("failure", "document", "constraint")),
            Map.entry("lock", List.of("failure")),
            Map.entry("sequence", List.of("failure", "document")),
            Map.entry("transaction", List.of("failure", "client", "document", "constraint", "lock", "sequence")),
            Map.entry("scan", List.of("failure", "document", "transaction")),
            Map.entry(
                    "store",
                    List.of(
                            "failure",
                            "client",
                            "document",
                            "catalog",
                            "constraint",
                            "schema",
                            "lock",
                            "sequence",
                            "transaction",
                            "scan")));

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
                        "dev.dormouse.mongodb..",
                        "dev.dormouse.store..",
                        "dev.dormouse.settings..",
                        "dev.dormouse.failure..")));
        return noClasses().that().resideInAPackage(root + "..").should().dependOnClassesThat(engine);
    }

    /** Errors of the driver become the store's own in one room; others look at them only to decide what to do. */
    private static ArchRule onlyOneRoomMakesWords(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".failure")
                .should()
                .callConstructor(Message.class, int.class, String.class);
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
        onlyOneRoomMakesWords(HOUSE).check(house);
        noCycles(HOUSE).check(house);
    }

    @Test
    void each_law_catches_its_violation() {
        assertThatThrownBy(() -> roomSeesOnly(PLANTED, "document").check(planted))
                .hasMessageContaining("Looked");
        assertThatThrownBy(() -> storeSeesOnlyTheSpi(PLANTED).check(planted)).hasMessageContaining("Asked");
        assertThatThrownBy(() -> onlyOneRoomMakesWords(PLANTED).check(planted)).hasMessageContaining("Asked");
        assertThatThrownBy(() -> noCycles(PLANTED).check(planted)).hasMessageContaining("Cycle");
    }
}
