package dev.dormouse.lmdb.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.dormouse.architecture.StoreModuleLaws;
import java.util.List;
import java.util.Map;
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
            Map.entry("environment", List.of("binding", "failure", "file", "memory")),
            Map.entry("memory", List.of()),
            Map.entry("map", List.of("binding", "environment")),
            Map.entry("commit", List.of("binding", "environment", "failure")),
            Map.entry("record", List.of("failure", "compress", "memory")),
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
            Map.entry(
                    "open",
                    List.of(
                            "binding",
                            "environment",
                            "failure",
                            "file",
                            "map",
                            "record",
                            "compress",
                            "catalog",
                            "checker",
                            "store",
                            "typed")),
            Map.entry("json", List.of()),
            Map.entry("array", List.of()),
            Map.entry("shape", List.of("failure")),
            Map.entry("stream", List.of("failure", "json", "record", "shape")),
            Map.entry("flat", List.of("failure", "array", "record", "shape")));

    private static final StoreModuleLaws LAWS = new StoreModuleLaws("dev.dormouse.lmdb", HOUSE, ARROWS);

    private final JavaClasses house = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HOUSE);
    private final JavaClasses planted = new ClassFileImporter().importPackages(PLANTED);

    private static ArchRule onlyOneRoomSeesTheBinding(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".binding")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.lmdbjava..", "jnr..");
    }

    @Test
    void the_house_keeps_the_laws_of_every_store() {
        LAWS.check(house);
    }

    @Test
    void the_house_keeps_the_law_of_its_own() {
        onlyOneRoomSeesTheBinding(HOUSE).check(house);
    }

    @Test
    void each_law_catches_its_violation() {
        assertThatThrownBy(() -> LAWS.over(PLANTED).roomSeesOnly("map").check(planted))
                .hasMessageContaining("Walk");
        assertThatThrownBy(() -> LAWS.over(PLANTED).seesOnlyTheSpi().check(planted))
                .hasMessageContaining("Opened");
        assertThatThrownBy(() -> onlyOneRoomSeesTheBinding(PLANTED).check(planted))
                .hasMessageContaining("SeekOp");
        assertThatThrownBy(() -> LAWS.over(PLANTED).noCycles().check(planted)).hasMessageContaining("Cycle");
    }
}
