package dev.dormouse.examples.associations;

import dev.dormouse.annotation.IdArray;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** A customer has many rewards, which do not know it: their ids are a list in its document. */
final class IdListSection {

    private IdListSection() {}

    /** Who is rewarded. */
    @Entity(name = "Customer")
    @Table(name = "customer")
    static class Customer {
        @Id
        String id = "";

        String name = "";

        @IdArray
        @OneToMany
        List<Reward> rewards = new ArrayList<>();

        Customer() {}

        Customer(String id, String name, List<Reward> rewards) {
            this.id = id;
            this.name = name;
            this.rewards = new ArrayList<>(rewards);
        }
    }

    /** Some points. */
    @Entity(name = "Reward")
    @Table(name = "reward")
    static class Reward {
        @Id
        String id = "";

        int point;

        Reward() {}

        Reward(String id, int point) {
            this.id = id;
            this.point = point;
        }
    }

    static Section get() {
        Reward two = new Reward("rew-1", 2);
        Reward thirteen = new Reward("rew-2", 13);
        return new Section(
                "one to many with a list of ids",
                List.of(Customer.class, Reward.class),
                """
                @IdArray
                @OneToMany
                List<Reward> rewards = new ArrayList<>();
                """,
                List.of("customer", "reward"),
                List.of(two, thirteen, new Customer("c-1", "panda", List.of(two, thirteen))),
                "select r.point from Customer c join c.rewards r where r.point > 2");
    }
}
