package dev.dormouse.mongodb.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.annotation.IdArray;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonType;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Rows 20 to 24, 26 and 27 of what the ancestor could do: the documents of its page on associations, and nothing more in any of them. */
final class AssociationRowsTest extends RawRows {

    @Entity(name = "Owner")
    @Table(name = "owner")
    static class Owner {
        @Id
        String id;

        String name;

        static Owner of(String id, String name) {
            Owner owner = new Owner();
            owner.id = id;
            owner.name = name;
            return owner;
        }
    }

    @Entity(name = "Restaurant")
    @Table(name = "restaurant")
    static class Restaurant {
        @Id
        String id;

        String name;

        @OneToOne
        @JoinColumn(name = "owner")
        Owner owner;
    }

    @Entity(name = "Owner")
    @Table(name = "owner")
    static class KnowingOwner {
        @Id
        String id;

        String name;

        @OneToOne(mappedBy = "owner")
        OwnedRestaurant restaurant;
    }

    @Entity(name = "Restaurant")
    @Table(name = "restaurant")
    static class OwnedRestaurant {
        @Id
        String id;

        String name;

        @OneToOne
        @JoinColumn(name = "owner")
        KnowingOwner owner;
    }

    @Test
    void row20_anIdIsTheIdOfItsDocument() {
        persist(unitOf(Owner.class), Owner.of("o-1", "siamese"));
        assertThat(unit.documents("owner")).containsExactly(json("{_id: 'o-1', name: 'siamese'}"));
    }

    @Test
    void row21_oneToOneIsKeptByItsOwningSide() {
        Restaurant restaurant = new Restaurant();
        restaurant.id = "rest-1";
        restaurant.name = "green curry";
        restaurant.owner = Owner.of("o-1", "siamese");
        persist(unitOf(Owner.class, Restaurant.class), restaurant.owner, restaurant);
        BsonDocument[] owners = json("{_id: 'o-1', name: 'siamese'}");
        BsonDocument[] restaurants = json("{_id: 'rest-1', name: 'green curry', owner: 'o-1'}");
        assertThat(unit.documents("owner")).containsExactly(owners);
        assertThat(unit.documents("restaurant")).containsExactly(restaurants);

        EntityManagerFactory both = unitOf(KnowingOwner.class, OwnedRestaurant.class);
        both.runInTransaction(manager -> {
            assertThat(manager.find(KnowingOwner.class, "o-1").restaurant.name).isEqualTo("green curry");
            manager.remove(manager.find(OwnedRestaurant.class, "rest-1"));
        });
        both.runInTransaction(manager -> {
            KnowingOwner alone = manager.find(KnowingOwner.class, "o-1");
            assertThat(alone.restaurant).isNull();
            OwnedRestaurant again = new OwnedRestaurant();
            again.id = "rest-1";
            again.name = "green curry";
            again.owner = alone;
            manager.persist(again);
        });
        assertThat(unit.documents("owner")).containsExactly(owners);
        assertThat(unit.documents("restaurant")).containsExactly(restaurants);
        assertThat(unit.database().getCollection("restaurant").listIndexes())
                .anyMatch(index ->
                        index.get("key").equals(new Document("owner", 1)) && index.getBoolean("unique", false));
    }

    @Entity(name = "Customer")
    @Table(name = "customer")
    static class Customer {
        @Id
        String id;

        String name;

        static Customer of(String id, String name) {
            Customer customer = new Customer();
            customer.id = id;
            customer.name = name;
            return customer;
        }
    }

    @Entity(name = "Reward")
    @Table(name = "reward")
    static class Reward {
        @Id
        String id;

        int point;

        @ManyToOne
        @JoinColumn(name = "customer")
        Customer customer;

        @ManyToOne
        Customer giver;

        static Reward of(String id, int point, Customer customer) {
            Reward reward = new Reward();
            reward.id = id;
            reward.point = point;
            reward.customer = customer;
            return reward;
        }
    }

    @Test
    void row22_manyToOneIsAReferenceOfThatName() {
        Customer panda = Customer.of("c-1", "panda");
        Reward given = Reward.of("rew-2", 13, panda);
        given.giver = panda;
        persist(unitOf(Customer.class, Reward.class), panda, Reward.of("rew-1", 2, panda), given);
        assertThat(unit.documents("customer")).containsExactly(json("{_id: 'c-1', name: 'panda'}"));
        assertThat(unit.documents("reward"))
                .containsExactly(json(
                        "{_id: 'rew-1', point: 2, customer: 'c-1'}",
                        "{_id: 'rew-2', point: 13, customer: 'c-1', giver_id: 'c-1'}"));
    }

    @Entity(name = "Customer")
    @Table(name = "customer")
    static class Collector {
        @Id
        String id;

        String name;

        @OneToMany(mappedBy = "customer", fetch = FetchType.LAZY)
        List<Point> rewards = new ArrayList<>();
    }

    @Entity(name = "Reward")
    @Table(name = "reward")
    static class Point {
        @Id
        String id;

        int point;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "customer")
        Collector customer;
    }

    private static Collector collector(int points) {
        Collector panda = new Collector();
        panda.id = "c-1";
        panda.name = "panda";
        for (int i = 1; i <= points; i++) {
            Point point = new Point();
            point.id = "rew-" + i;
            point.point = i;
            point.customer = panda;
            panda.rewards.add(point);
        }
        return panda;
    }

    private static void persist(EntityManagerFactory factory, Collector collector) {
        factory.runInTransaction(manager -> {
            manager.persist(collector);
            collector.rewards.forEach(manager::persist);
        });
    }

    @Test
    void row23_theInverseOfManyToOneStoresNothing() {
        persist(unitOf(Collector.class, Point.class), collector(2));
        assertThat(unit.documents("customer")).containsExactly(json("{_id: 'c-1', name: 'panda'}"));
        assertThat(unit.documents("reward"))
                .containsExactly(
                        json("{_id: 'rew-1', point: 1, customer: 'c-1'}", "{_id: 'rew-2', point: 2, customer: 'c-1'}"));
    }

    @Entity(name = "Prize")
    @Table(name = "reward")
    static class Prize {
        @Id
        String id;

        int point;

        static Prize of(String id, int point) {
            Prize prize = new Prize();
            prize.id = id;
            prize.point = point;
            return prize;
        }
    }

    @Entity(name = "Winner")
    @Table(name = "customer")
    static class Winner {
        @Id
        String id = "c-1";

        String name = "panda";

        @IdArray
        @OneToMany
        List<Prize> rewards = new ArrayList<>();
    }

    @Entity(name = "Named")
    @Table(name = "named")
    static class WinnerWithName {
        @Id
        String id = "c-1";

        String name = "panda";

        @IdArray
        @OneToMany
        @Column(name = "reward")
        List<Prize> rewards = new ArrayList<>();
    }

    @Entity(name = "Joined")
    @Table(name = "joined")
    static class WinnerByTable {
        @Id
        String id = "c-1";

        @OneToMany
        List<Prize> rewards = new ArrayList<>();
    }

    @Test
    void row24_oneToManyMayBeAListOfIds() {
        Prize two = Prize.of("rew-1", 2);
        Prize thirteen = Prize.of("rew-2", 13);
        Winner winner = new Winner();
        winner.rewards.addAll(List.of(two, thirteen));
        WinnerWithName named = new WinnerWithName();
        named.rewards.addAll(List.of(thirteen, two));
        WinnerByTable byTable = new WinnerByTable();
        byTable.rewards.add(two);
        persist(
                unitOf(Prize.class, Winner.class, WinnerWithName.class, WinnerByTable.class),
                two,
                thirteen,
                winner,
                named,
                byTable);
        assertThat(unit.documents("customer"))
                .containsExactly(json("{_id: 'c-1', name: 'panda', rewards: ['rew-1', 'rew-2']}"));
        assertThat(unit.documents("named"))
                .containsExactly(json("{_id: 'c-1', name: 'panda', reward: ['rew-2', 'rew-1']}"));
        assertThat(unit.documents("reward"))
                .containsExactly(json("{_id: 'rew-1', point: 2}", "{_id: 'rew-2', point: 13}"));
        assertThat(unit.documents("joined")).containsExactly(json("{_id: 'c-1'}"));
        assertThat(unit.documents("joined_reward")).hasSize(1).allSatisfy(link -> {
            assertThat(link.get("_id").getBsonType()).isEqualTo(BsonType.OBJECT_ID);
            link.remove("_id");
            assertThat(link).isEqualTo(BsonDocument.parse("{Joined_id: 'c-1', rewards_id: 'rew-1'}"));
        });
    }

    @Entity(name = "Role")
    @Table(name = "role")
    static class Role {
        @Id
        int id;

        @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
        @JoinColumn(name = "role")
        List<Permission> permissions = new ArrayList<>();

        static Role of(int id, Permission... permissions) {
            Role role = new Role();
            role.id = id;
            role.permissions.addAll(List.of(permissions));
            return role;
        }
    }

    @Entity(name = "Permission")
    @Table(name = "permission")
    static class Permission {
        @Id
        int id;

        String what;

        static Permission of(int id, String what) {
            Permission permission = new Permission();
            permission.id = id;
            permission.what = what;
            return permission;
        }
    }

    @Test
    void row26_allFiveCascadesWork() {
        EntityManagerFactory factory = unitOf(Role.class, Permission.class);
        persist(factory, Role.of(1, Permission.of(1, "read"), Permission.of(2, "write")));
        assertThat(unit.documents("permission"))
                .containsExactly(json("{_id: 1, what: 'read', role: 1}", "{_id: 2, what: 'write', role: 1}"));
        factory.runInTransaction(manager -> {
            Role role = manager.find(Role.class, 1);
            role.permissions.get(0).what = "changed";
            manager.refresh(role);
            assertThat(role.permissions).extracting(p -> p.what).containsExactlyInAnyOrder("read", "write");
            List<Permission> permissions = List.copyOf(role.permissions);
            manager.detach(role);
            assertThat(permissions).noneMatch(manager::contains);
        });
        factory.runInTransaction(
                manager -> manager.merge(Role.of(1, Permission.of(1, "list"), Permission.of(3, "delete"))));
        assertThat(unit.documents("permission"))
                .containsExactly(json("{_id: 1, what: 'list', role: 1}", "{_id: 3, what: 'delete', role: 1}"));
        factory.runInTransaction(manager -> manager.remove(manager.find(Role.class, 1)));
        assertThat(unit.documents("permission")).isEmpty();
        assertThat(unit.documents("role")).isEmpty();
    }

    @Test
    void row27_aCustomerWithItsRewardsIsTwoFinds() {
        EntityManagerFactory factory = unitOf(Collector.class, Point.class);
        persist(factory, collector(20));
        factory.runInTransaction(manager -> {
            unit.commands().clear();
            Collector found = manager.find(Collector.class, "c-1");
            assertThat(factory.getPersistenceUnitUtil().isLoaded(found, "rewards"))
                    .isFalse();
            assertThat(unit.commands().collections("find")).containsExactly("customer");
            int sum = 0;
            for (Point point : found.rewards) {
                sum += point.customer == found ? point.point : 0;
            }
            assertThat(sum).isEqualTo(210);
            assertThat(unit.commands().collections("find"))
                    .as(unit.commands().all("find").toString())
                    .containsExactly("customer", "reward");
        });
        assertThat(unit.commands().names()).containsOnly("find");
    }
}
