package dev.dormouse.internal.enhance.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedModuleTest {

    private static final String OPEN = "requires jakarta.persistence; opens shop.model;";
    private static final String CLOSED = "requires jakarta.persistence;";
    private static final String PROVIDER = "dev.dormouse.core";
    private static final String READS_PROVIDER = "--add-reads=shop=ALL-UNNAMED";

    private final Path folder;

    NamedModuleTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void anOpenPackageIsAllThatPlainClassesNeed() throws Exception {
        assertThat(ModuleApplication.compiled(folder, OPEN).run())
                .contains("loaded false")
                .contains("found Arrakis");
    }

    @Test
    void aClosedPackageIsRefusedWithTheRemedy() throws Exception {
        assertThat(ModuleApplication.compiled(folder, CLOSED).run())
                .contains("DORM0202")
                .contains("'shop.model.Book'")
                .contains("Open the package in module-info (opens)")
                .doesNotContain("found");
    }

    @Test
    void enhancedClassesRunWhereTheirModuleReadsTheProvider() throws Exception {
        assertThat(ModuleApplication.compiled(folder, OPEN)
                        .enhanced()
                        .with(READS_PROVIDER)
                        .run())
                .contains("loaded false")
                .contains("found Arrakis");
    }

    @Test
    void enhancedClassesRunWhereTheirModuleRequiresTheProvider() throws Exception {
        Path provider = ModuleApplication.provider(folder, PROVIDER);

        assertThat(ModuleApplication.compiled(folder, OPEN + " requires " + PROVIDER + ";", provider)
                        .enhanced()
                        .run())
                .contains("loaded false")
                .contains("found Arrakis");
    }

    /** The two may be enhanced in different builds, or not at all. */
    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true"})
    void aHierarchyAcrossTwoModulesRuns(boolean isSuperclassEnhanced, boolean isSubclassEnhanced) throws Exception {
        Path library = LibraryModule.compiled(folder, "");
        ModuleApplication application =
                ModuleApplication.extending(folder, library, OPEN + " requires " + LibraryModule.NAME + ";");
        if (isSubclassEnhanced) {
            application.enhanced();
        }
        if (isSuperclassEnhanced) {
            ModuleApplication.enhance(library, library);
        }

        assertThat(application
                        .with(READS_PROVIDER, "--add-reads=" + LibraryModule.NAME + "=ALL-UNNAMED")
                        .run())
                .contains("loaded false")
                .contains("found Arrakis");
    }

    @Test
    void theProviderIsAModuleOfThatName() throws Exception {
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<java.module.name>" + PROVIDER + "</java.module.name>");
    }

    @Test
    void enhancedClassesOfAModuleThatDoesNotReadTheProviderAreRefusedWithTheRemedy() throws Exception {
        assertThat(ModuleApplication.compiled(folder, OPEN).enhanced().run())
                .contains("DORM0229")
                .contains("'shop.model.Book'")
                .contains("requires " + PROVIDER)
                .doesNotContain("found");
    }
}
