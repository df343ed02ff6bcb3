package dev.dormouse.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final String ROOT = "dev.dormouse";
    private static final String PLANTED = "dev.dormouse.architecture.planted";

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages(ROOT);
    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(PLANTED);

    static final List<Room> ROOMS = Room.ALL;

    @Test
    void classesAreFoundAtAll() {
        assertThat(HOUSE.size()).isGreaterThan(50);
        assertThat(VIOLATIONS.size()).isGreaterThan(5);
    }

    @ParameterizedTest
    @FieldSource("ROOMS")
    void aRoomSeesOnlyWhatItMay(Room room) {
        HouseLaws.roomSeesOnly(ROOT, room).check(HOUSE);
    }

    static Stream<ArchRule> lawsOfAllRooms() {
        return lawsOfAllRooms(ROOT);
    }

    private static Stream<ArchRule> lawsOfAllRooms(String root) {
        return Stream.of(
                HouseLaws.noPackageCycles(root),
                HouseLaws.roomsAreNamedForWhatTheyDo(root),
                HouseLaws.rulesDoNotKnowTheStore(root),
                HouseLaws.specInterfacesAreImplementedOnlyIn(root, Set.copyOf(Room.FACING_THE_USER)),
                HouseLaws.onlyTheProviderSeesBootstrap(root));
    }

    @ParameterizedTest
    @MethodSource("lawsOfAllRooms")
    void theHouseKeepsTheLaw(ArchRule law) {
        law.check(HOUSE);
    }

    static Stream<ArchRule> brokenLaws() {
        Stream<ArchRule> rooms = Room.ALL.stream()
                .filter(r -> Set.of("store.plan", "internal.context", "internal.mapping.model", "internal.memory")
                        .contains(r.name()))
                .map(r -> HouseLaws.roomSeesOnly(PLANTED, r));
        return Stream.concat(rooms, lawsOfAllRooms(PLANTED));
    }

    @ParameterizedTest
    @MethodSource("brokenLaws")
    void aPlantedViolationIsCaught(ArchRule law) {
        assertThat(law.evaluate(VIOLATIONS).hasViolation())
                .as(law.getDescription())
                .isTrue();
    }
}
