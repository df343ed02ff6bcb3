package dev.dormouse.examples.associations;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Many rewards are of one customer, who knows them: nothing more is stored. */
final class OneToManySection {

    private OneToManySection() {}

    /** Who is rewarded. */
    @Entity(name = "Customer")
    @Table(name = "customer")
    static class Customer {
        @Id
        String id = "";

        String name = "";

        @OneToMany(mappedBy = "customer")
        List<Reward> rewards = new ArrayList<>();

        Customer() {}

        Customer(String id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    /** Some points. */
    @Entity(name = "Reward")
    @Table(name = "reward")
    static class Reward {
        @Id
        String id = "";

        int point;

        @ManyToOne
        @JoinColumn(name = "customer")
        @Nullable
        Customer customer;

        Reward() {}

        Reward(String id, int point, Customer customer) {
            this.id = id;
            this.point = point;
            this.customer = customer;
            customer.rewards.add(this);
        }
    }

    static Section get() {
        Customer panda = new Customer("c-1", "panda");
        return new Section(
                "one to many, the inverse of many to one",
                List.of(Customer.class, Reward.class),
                """
                @OneToMany(mappedBy = "customer")
                List<Reward> rewards = new ArrayList<>();
                """,
                List.of("customer", "reward"),
                List.of(panda, new Reward("rew-1", 2, panda), new Reward("rew-2", 13, panda)),
                "select c.name, size(c.rewards) from Customer c");
    }
}
