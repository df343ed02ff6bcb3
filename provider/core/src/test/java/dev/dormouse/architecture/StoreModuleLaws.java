package dev.dormouse.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The laws that hold in the module of every store, over the rooms below a root package: those of the module, or those in which violations are
 * planted.
 *
 * @param module the package of the module
 * @param root the package whose subpackages are the rooms
 * @param arrows which rooms each room sees
 */
public record StoreModuleLaws(String module, String root, Map<String, List<String>> arrows) {

    /** Returns the same laws over other rooms. */
    public StoreModuleLaws over(String otherRoot) {
        return new StoreModuleLaws(module, otherRoot, arrows);
    }

    /** Proves that the rooms are those that have arrows, and that they keep the laws. */
    public void check(JavaClasses house) {
        List<String> rooms = house.stream()
                .map(type -> type.getPackageName().substring(root.length() + 1))
                .distinct()
                .sorted()
                .toList();
        assertThat(rooms)
                .containsExactlyElementsOf(arrows.keySet().stream().sorted().toList());
        rooms.forEach(room -> roomSeesOnly(room).check(house));
        seesOnlyTheSpi().check(house);
        noCycles().check(house);
    }

    /** A room sees the rooms named for it. */
    public ArchRule roomSeesOnly(String room) {
        String[] allowed = Stream.concat(Stream.of(room), arrows.getOrDefault(room, List.of()).stream())
                .map(seen -> root + "." + seen)
                .toArray(String[]::new);
        DescribedPredicate<JavaClass> elsewhere =
                resideInAPackage(root + "..").and(DescribedPredicate.not(resideInAnyPackage(allowed)));
        return noClasses()
                .that()
                .resideInAPackage(root + "." + room)
                .should()
                .dependOnClassesThat(elsewhere)
                .as(room + " sees only " + List.of(allowed));
    }

    /** Law 1: a store sees only the SPI, settings and failure. */
    public ArchRule seesOnlyTheSpi() {
        DescribedPredicate<JavaClass> engine = resideInAPackage("dev.dormouse..")
                .and(DescribedPredicate.not(resideInAnyPackage(
                        module + "..", "dev.dormouse.store..", "dev.dormouse.settings..", "dev.dormouse.failure..")));
        return noClasses().that().resideInAPackage(root + "..").should().dependOnClassesThat(engine);
    }

    /** Law 4: no cycles between rooms. */
    public ArchRule noCycles() {
        return SlicesRuleDefinition.slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }
}
