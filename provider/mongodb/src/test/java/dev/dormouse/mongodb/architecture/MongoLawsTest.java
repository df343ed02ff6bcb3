package dev.dormouse.mongodb.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.dormouse.architecture.StoreModuleLaws;
import dev.dormouse.failure.Message;
import java.util.List;
import java.util.Map;
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

    private static final StoreModuleLaws LAWS = new StoreModuleLaws("dev.dormouse.mongodb", HOUSE, ARROWS);

    private final JavaClasses house = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HOUSE);
    private final JavaClasses planted = new ClassFileImporter().importPackages(PLANTED);

    /** Errors of the driver become the store's own in one room; others look at them only to decide what to do. */
    private static ArchRule onlyOneRoomMakesWords(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".failure")
                .should()
                .callConstructor(Message.class, int.class, String.class);
    }

    @Test
    void the_house_keeps_the_laws_of_every_store() {
        LAWS.check(house);
    }

    @Test
    void the_house_keeps_the_law_of_its_own() {
        onlyOneRoomMakesWords(HOUSE).check(house);
    }

    @Test
    void each_law_catches_its_violation() {
        assertThatThrownBy(() -> LAWS.over(PLANTED).roomSeesOnly("document").check(planted))
                .hasMessageContaining("Looked");
        assertThatThrownBy(() -> LAWS.over(PLANTED).seesOnlyTheSpi().check(planted))
                .hasMessageContaining("Asked");
        assertThatThrownBy(() -> onlyOneRoomMakesWords(PLANTED).check(planted)).hasMessageContaining("Asked");
        assertThatThrownBy(() -> LAWS.over(PLANTED).noCycles().check(planted)).hasMessageContaining("Cycle");
    }
}
