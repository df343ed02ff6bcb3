package dev.dormouse.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Set;

/**
 * The laws between the rooms, as docs/ARCHITECTURE.md states them. Each takes the root package, so that the same law can be tried on a
 * planted violation.
 */
final class HouseLaws {

    private static final List<String> FORBIDDEN_ROOMS = List.of("util", "common", "helper", "manager");

    private HouseLaws() {}

    /** A room sees itself, the rooms named for it, failure, settings and store.type, and nothing else of the house. */
    static ArchRule roomSeesOnly(String root, Room room) {
        DescribedPredicate<JavaClass> elsewhereInTheHouse = resideInAPackage(root + "..")
                .and(not(resideInAnyPackage(room.visible(root))))
                .as("elsewhere in the house");
        return noClasses()
                .that()
                .resideInAPackage(room.packages(root))
                .should()
                .dependOnClassesThat(elsewhereInTheHouse)
                .as("law 1-3: " + room.name() + " sees only " + room.sees())
                .allowEmptyShould(true);
    }

    /** Law 4: no package cycles. */
    static ArchRule noPackageCycles(String root) {
        return SlicesRuleDefinition.slices()
                .matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .as("law 4: no package cycles");
    }

    /** Law 4: no room whose name says nothing. */
    static ArchRule roomsAreNamedForWhatTheyDo(String root) {
        ArchCondition<JavaClass> condition = new ArchCondition<>("live in a room that is named for what it does") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (String step : type.getPackageName().split("\\.", -1)) {
                    if (FORBIDDEN_ROOMS.contains(step)) {
                        events.add(
                                SimpleConditionEvent.violated(type, type.getName() + " lives in a room named " + step));
                    }
                }
            }
        };
        return classes().that().resideInAPackage(root + "..").should(condition).as("law 4: no catch-all rooms");
    }

    /** Law 4: optimizer rules never branch on which store runs. */
    static ArchRule rulesDoNotKnowTheStore(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".internal.optimize..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(root + ".store.Store")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName(root + ".store.StoreFeatures")
                .as("law 4: optimizer rules never branch on the store")
                .allowEmptyShould(true);
    }

    /** Law 5: interfaces of the specification are implemented only in the rooms that face the user. */
    static ArchRule specInterfacesAreImplementedOnlyIn(String root, Set<String> rooms) {
        String[] packages = rooms.stream()
                .map(r -> r.isEmpty() ? root : root + "." + r + "..")
                .toArray(String[]::new);
        ArchCondition<JavaClass> condition = new ArchCondition<>("implement no interface of the specification") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaClass implemented : type.getAllRawInterfaces()) {
                    if (implemented.getPackageName().startsWith("jakarta.persistence")) {
                        events.add(SimpleConditionEvent.violated(
                                type, type.getName() + " implements " + implemented.getName()));
                    }
                }
            }
        };
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(packages)
                .should(condition)
                .as("law 5: spec interfaces are implemented only in " + rooms);
    }

    /** Law 5: only bootstrap composes; nothing but the provider class sees it, and nothing sees the provider class. */
    static ArchRule onlyTheProviderSeesBootstrap(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root, root + ".internal.bootstrap..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(root, root + ".internal.bootstrap.."))
                .as("law 5: nothing sees bootstrap")
                .allowEmptyShould(true);
    }
}
