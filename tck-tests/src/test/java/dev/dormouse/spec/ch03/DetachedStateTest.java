package dev.dormouse.spec.ch03;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Section 3.3.7, what of a detached entity is available: what the application accessed, in whatever way, while it was managed. */
final class DetachedStateTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(Club.class, Member.class);

    @BeforeEach
    void oneClub() {
        Club club = new Club();
        club.id = 1;
        for (int i = 1; i <= 2; i++) {
            Member member = new Member();
            member.id = i;
            member.club = club;
            club.board.add(member);
            club.colours.add("colour " + i);
        }
        unit.persist(club);
    }

    static Stream<Arguments> accesses() {
        return Stream.of(
                access("size", (manager, club) -> {
                    assertThat(club.members.size()).isEqualTo(2);
                    assertThat(club.board.size()).isEqualTo(2);
                    assertThat(club.colours.size()).isEqualTo(2);
                }),
                access("isEmpty", (manager, club) -> {
                    assertThat(club.members.isEmpty()).isFalse();
                    assertThat(club.board.isEmpty()).isFalse();
                    assertThat(club.colours.isEmpty()).isFalse();
                }),
                access("contains", (manager, club) -> {
                    assertThat(club.members.contains(manager.find(Member.class, 1)))
                            .isTrue();
                    assertThat(club.board.contains(null)).isFalse();
                    assertThat(club.colours.contains("none")).isFalse();
                }),
                access("iterator", (manager, club) -> {
                    assertThat(club.members.iterator().hasNext()).isTrue();
                    assertThat(club.board.iterator().hasNext()).isTrue();
                    assertThat(club.colours.iterator().hasNext()).isTrue();
                }));
    }

    private static Arguments access(String name, BiConsumer<EntityManager, Club> access) {
        return Arguments.of(name, access);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accesses")
    void accessedCollectionsAreAvailableInADetachedEntity(String name, BiConsumer<EntityManager, Club> access) {
        EntityManager manager = unit.manager();
        Club club = manager.find(Club.class, 1);
        access.accept(manager, club);
        manager.close();

        assertThat(club.members).extracting(member -> member.id).containsExactlyInAnyOrder(1, 2);
        assertThat(club.board).extracting(member -> member.id).containsExactlyInAnyOrder(1, 2);
        assertThat(club.colours).containsExactlyInAnyOrder("colour 1", "colour 2");
        assertThatExceptionOfType(PersistenceException.class).isThrownBy(club.others::size);
    }

    @Entity(name = "Club")
    public static class Club {
        @Id
        int id;

        @OneToMany(mappedBy = "club")
        List<Member> members = new ArrayList<>();

        @ManyToMany(cascade = CascadeType.PERSIST)
        @JoinTable(name = "club_board")
        Set<Member> board = new HashSet<>();

        @ManyToMany
        @JoinTable(name = "club_others")
        Set<Member> others = new HashSet<>();

        @ElementCollection
        Set<String> colours = new HashSet<>();
    }

    @Entity(name = "Member")
    public static class Member {
        @Id
        int id;

        @ManyToOne
        Club club;
    }
}
