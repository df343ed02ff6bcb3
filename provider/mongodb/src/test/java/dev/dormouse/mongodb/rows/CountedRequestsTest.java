package dev.dormouse.mongodb.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.mongodb.unit.MongoUnit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How many requests queries and walks take, beside what one would write by hand. */
final class CountedRequestsTest {

    private static final int TEAMS = 50;
    private static final int MEMBERS = 2_000;
    private static final int PROJECTS = 20;

    @RegisterExtension
    final MongoUnit unit = MongoUnit.of(Team.class, Member.class, Project.class, Node.class);

    @Entity(name = "Team")
    @Table(name = "team")
    static class Team {
        @Id
        int id;

        @Column(unique = true)
        String name;
    }

    @Entity(name = "Member")
    @Table(name = "member", indexes = @Index(name = "member_since", columnList = "team, since desc, id"))
    static class Member {
        @Id
        int id;

        String name;
        int since;
        int pay;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "team")
        @Nullable
        Team team;

        @ManyToMany
        @JoinTable(
                name = "member_project",
                joinColumns = @JoinColumn(name = "member"),
                inverseJoinColumns = @JoinColumn(name = "project"),
                indexes = @Index(name = "member_project_back", columnList = "project"))
        Set<Project> projects = new HashSet<>();
    }

    @Entity(name = "Project")
    @Table(name = "project")
    static class Project {
        @Id
        int id;

        @Column(unique = true)
        String name;
    }

    @Entity(name = "Node")
    @Table(name = "node")
    static class Node {
        @Id
        int id;

        int weight;

        @OneToOne(fetch = FetchType.LAZY)
        @Nullable
        Node left;

        @OneToOne(fetch = FetchType.LAZY)
        @Nullable
        Node right;

        int sum() {
            return weight + (left == null ? 0 : left.sum()) + (right == null ? 0 : right.sum());
        }
    }

    @BeforeEach
    void fill() {
        unit.run(manager -> {
            List<Team> teams = IntStream.range(0, TEAMS)
                    .mapToObj(CountedRequestsTest::team)
                    .toList();
            List<Project> projects = IntStream.range(0, PROJECTS)
                    .mapToObj(CountedRequestsTest::project)
                    .toList();
            teams.forEach(manager::persist);
            projects.forEach(manager::persist);
            for (int i = 0; i < MEMBERS; i++) {
                Member member = new Member();
                member.id = i;
                member.name = "member " + i;
                member.since = i % 37;
                member.pay = 100 + i % 13;
                member.team = i % 10 == 9 ? null : teams.get(i % TEAMS);
                member.projects.add(projects.get(i % PROJECTS));
                manager.persist(member);
            }
        });
    }

    private static Team team(int id) {
        Team team = new Team();
        team.id = id;
        team.name = "team " + id;
        return team;
    }

    private static Project project(int id) {
        Project project = new Project();
        project.id = id;
        project.name = "project " + id;
        return project;
    }

    /** Asks twice, since the first time statistics are asked for, too. */
    private <T> List<T> ask(Function<EntityManager, TypedQuery<T>> query) {
        List<T> found = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            unit.read(manager -> {
                unit.commands().clear();
                found.clear();
                found.addAll(query.apply(manager).getResultList());
            });
        }
        return found;
    }

    @Test
    void aJoinOverManyToManyIsARequestForEachCollection() {
        List<String> names = ask(manager -> manager.createQuery(
                        "select m.name from Member m join m.projects p where p.name = :name", String.class)
                .setParameter("name", "project 7"));
        assertThat(names).hasSize(MEMBERS / PROJECTS).contains("member 7", "member 27");
        assertThat(unit.commands().collections("find")).containsExactly("project", "member_project", "member");
    }

    @Test
    void aPageOfPartnersOfOneRowEndsOnTheServer() {
        List<String> names = ask(manager -> manager.createQuery(
                        "select m.name from Member m join m.team t where t.name = :name order by m.since desc, m.id",
                        String.class)
                .setParameter("name", "team 7")
                .setFirstResult(1)
                .setMaxResults(3));
        assertThat(names).hasSize(3);
        assertThat(unit.commands().collections("find")).containsExactly("team", "member");
        assertThat(unit.commands().all("find").get(1).getInt32("limit").getValue())
                .isEqualTo(4);
    }

    @Test
    void aPageOfAJoinAsksForNoMoreThanItShows() {
        List<String> names = ask(manager -> manager.createQuery(
                        "select m.name from Member m join m.projects p where p.name = :name", String.class)
                .setParameter("name", "project 7")
                .setMaxResults(5));
        assertThat(names).hasSize(5);
        assertThat(unit.commands().collections("find")).containsExactly("project", "member_project", "member");
        BsonDocument filter = unit.commands().all("find").get(2).getDocument("filter");
        assertThat(filter.getDocument("_id").getArray("$in")).hasSize(5);
    }

    @Test
    void aPageThatMustLookFurtherAsksForMoreEachTime() {
        List<String> names = ask(manager -> manager.createQuery(
                        "select m.name from Member m join m.projects p where p.name = :name and m.id > 1500",
                        String.class)
                .setParameter("name", "project 7")
                .setMaxResults(2));
        assertThat(names).containsExactly("member 1507", "member 1527");
        assertThat(unit.commands().collections("find"))
                .hasSizeLessThanOrEqualTo(6)
                .startsWith("project", "member_project", "member");
    }

    @Test
    void rowsWithoutPartnersStayInAnOuterJoin() {
        List<Object[]> rows = ask(manager -> manager.createQuery(
                "select m.id, t.name from Member m left join m.team t where m.id between 5 and 14 order by m.id",
                Object[].class));
        assertThat(rows).hasSize(10);
        assertThat(rows.get(0)).containsExactly(5, "team 5");
        assertThat(rows.get(4)).containsExactly(9, null);
        assertThat(rows.get(5)).containsExactly(10, "team 10");
        assertThat(unit.commands().names()).containsExactly("find", "find");
    }

    @Test
    void groupsAreMadeByTheServer() {
        List<Object[]> rows = ask(manager -> manager.createQuery(
                "select m.since, count(m), sum(m.pay), min(m.name), avg(m.pay) from Member m where m.pay > 105"
                        + " group by m.since having count(m) > 20 order by m.since",
                Object[].class));
        assertThat(rows).hasSize(37);
        assertThat(rows.get(3)).containsExactly(3, 28L, 3052L, "member 1039", 109.0);
        assertThat(unit.commands().names()).containsExactly("aggregate");
    }

    @Test
    void groupsOverAJoinAreMadeBeforeIt() {
        List<Object[]> rows = ask(manager -> manager.createQuery(
                "select t.name, count(m), sum(m.pay), min(m.since) from Member m join m.team t group by t.name"
                        + " order by t.name",
                Object[].class));
        assertThat(rows).hasSize(45);
        assertThat(rows.get(0)).containsExactly("team 0", 40L, 4234L, 0);
        assertThat(unit.commands().names()).containsExactlyInAnyOrder("aggregate", "find");
    }

    @Test
    void aSumOfNothingIsNullAndItsCountZero() {
        List<Object[]> rows = ask(manager -> manager.createQuery(
                "select sum(m.pay), max(m.since), count(m) from Member m where m.pay > 1000", Object[].class));
        assertThat(rows).containsExactly(new Object[] {null, null, 0L});
        assertThat(unit.commands().names()).containsExactly("aggregate");
    }

    @Test
    void whatTheServerCannotAddUpIsLeftToTheEngine() {
        unit.database()
                .getCollection("member")
                .updateOne(new Document("_id", 5), new Document("$set", new Document("pay", "much")));
        assertThatThrownBy(() -> ask(manager -> manager.createQuery("select sum(m.pay) from Member m", Long.class)))
                .hasMessageContaining("pay")
                .hasMessageContaining("member");
    }

    @Test
    void whatASubqueryAggregatesOfTheRowsAroundItIsNotReadAgain() {
        List<Integer> best = ask(manager -> manager.createQuery(
                        "select m.id from Member m where m.team.id between :first and :last"
                                + " and m.pay = (select max(o.pay) from Member o where o.team = m.team) order by m.id",
                        Integer.class)
                .setParameter("first", 10)
                .setParameter("last", 14));
        assertThat(best).hasSize(16).startsWith(12, 64, 311);
        assertThat(unit.commands().names()).containsExactly("find");
    }

    @Test
    void aCorrelatedSubqueryIsGroupedByWhatItDependsOn() {
        List<Integer> best = ask(manager -> manager.createQuery(
                "select m.id from Member m where m.id between 10 and 60"
                        + " and m.pay = (select max(o.pay) from Member o where o.team = m.team) order by m.id",
                Integer.class));
        assertThat(best).hasSize(4).contains(12);
        assertThat(unit.commands().names()).containsExactly("find", "aggregate");
    }

    @Test
    void whatIsFetchedIsReadOnce() {
        List<Member> found = ask(manager -> manager.createQuery(
                "select distinct m from Member m join fetch m.projects where m.id = 3", Member.class));
        assertThat(found).hasSize(1);
        assertThat(unit.commands().collections("find")).containsExactly("member", "member_project", "project");
    }

    @Test
    void rowsThatLookUpTheSameGoTogether() {
        List<Object[]> rows = ask(
                manager -> manager.createQuery("select m.id, t.name from Member m left join m.team t", Object[].class));
        assertThat(rows).hasSize(MEMBERS);
        assertThat(unit.commands().collections("find")).containsExactly("member", "team");
    }

    @Test
    void aBulkUpdateIsOneCommandAndTheCommit() {
        for (int i = 0; i < 2; i++) {
            unit.commands().clear();
            int updated = unit.call(manager -> manager.createQuery(
                            "update Member m set m.pay = m.pay + 1, m.name = :name where m.id < 1000")
                    .setParameter("name", "paid")
                    .executeUpdate());
            assertThat(updated).isEqualTo(1_000);
        }
        assertThat(unit.commands().names()).containsExactly("update", "commitTransaction");
        unit.read(manager -> {
            assertThat(manager.find(Member.class, 999).pay).isEqualTo(100 + 999 % 13 + 2);
            assertThat(manager.find(Member.class, 999).name).isEqualTo("paid");
            assertThat(manager.find(Member.class, 1000).pay).isEqualTo(100 + 1000 % 13);
        });
    }

    /** Once to find them, once to write, and twice to see that nobody was first. */
    @Test
    void aBulkUpdateThatTheServerCannotMakeReadsItsRecordsInOneBatchEach() {
        for (int i = 0; i < 2; i++) {
            unit.commands().clear();
            int updated =
                    unit.call(manager -> manager.createQuery("update Member m set m.pay = m.pay * 2 where m.id < 1000")
                            .executeUpdate());
            assertThat(updated).isEqualTo(1_000);
        }
        assertThat(unit.commands().names()).containsExactly("find", "update", "find", "find", "commitTransaction");
    }

    @Test
    void whatTheSubqueryCountsWithoutARowIsZero() {
        List<Object[]> rows = ask(manager -> manager.createQuery(
                "select t.id, (select count(m) from Member m where m.team = t and m.pay = 100 + t.id) from Team t"
                        + " where t.id in (2, 9, 30) order by t.id",
                Object[].class));
        assertThat(rows.get(0)).containsExactly(2, 4L);
        assertThat(rows.get(1)).containsExactly(9, 0L);
        assertThat(rows.get(2)).containsExactly(30, 0L);
    }

    @Test
    void theLevelsOfATreeAreARequestEach() {
        unit.run(manager ->
                IntStream.range(0, 1_023).mapToObj(CountedRequestsTest::node).forEach(manager::persist));
        unit.run(manager -> IntStream.range(0, 511).forEach(i -> {
            Node node = manager.find(Node.class, i);
            node.left = manager.getReference(Node.class, 2 * i + 1);
            node.right = manager.getReference(Node.class, 2 * i + 2);
        }));
        unit.read(manager -> {
            unit.commands().clear();
            assertThat(manager.find(Node.class, 0).sum()).isEqualTo(1_023);
        });
        assertThat(unit.commands().names()).hasSize(10).containsOnly("find");
    }

    private static Node node(int id) {
        Node node = new Node();
        node.id = id;
        node.weight = 1;
        return node;
    }
}
