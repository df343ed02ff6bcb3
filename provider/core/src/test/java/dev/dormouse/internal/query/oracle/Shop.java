package dev.dormouse.internal.query.oracle;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Some customers, purchases and items, with nulls in every place that may have them. One seed, one shop. */
final class Shop {

    static final List<Class<?>> CLASSES = List.of(Customer.class, Purchase.class, Item.class);

    private static final String[] TEXTS = {"", "a", "ab", "b", "ba", "\uD83D\uDE00"};

    /** Who buys, and who sent them. */
    @Entity(name = "Customer")
    @Table(indexes = @Index(columnList = "age"))
    public static class Customer {
        @Id
        public int id;

        public @Nullable String name;
        public @Nullable Integer age;

        @ManyToOne
        public @Nullable Customer referrer;

        @OneToMany(mappedBy = "customer")
        public List<Purchase> purchases = new ArrayList<>();
    }

    /** What somebody bought. */
    @Entity(name = "Purchase")
    @Table(indexes = @Index(columnList = "name, age"))
    public static class Purchase {
        @Id
        public int id;

        public @Nullable String name;
        public @Nullable Integer age;

        @ManyToOne
        public @Nullable Customer customer;

        @OneToMany(mappedBy = "purchase")
        public List<Item> items = new ArrayList<>();
    }

    /** What it consists of. */
    @Entity(name = "Item")
    public static class Item {
        @Id
        public int id;

        public @Nullable String name;
        public @Nullable Integer age;

        @ManyToOne
        public @Nullable Purchase purchase;
    }

    final List<Customer> customers = new ArrayList<>();
    final List<Purchase> purchases = new ArrayList<>();
    final List<Item> items = new ArrayList<>();
    private final Random random;

    Shop(long seed) {
        random = new Random(seed);
        for (int i = random.nextInt(6); i > 0; i--) {
            Customer customer = new Customer();
            customer.id = i;
            customer.name = text();
            customer.age = number();
            customer.referrer = any(customers);
            customers.add(customer);
        }
        for (int i = random.nextInt(8); i > 0; i--) {
            Purchase purchase = new Purchase();
            purchase.id = i;
            purchase.name = text();
            purchase.age = number();
            purchase.customer = any(customers);
            if (purchase.customer != null) {
                purchase.customer.purchases.add(purchase);
            }
            purchases.add(purchase);
        }
        for (int i = random.nextInt(8); i > 0; i--) {
            Item item = new Item();
            item.id = i;
            item.name = text();
            item.age = number();
            item.purchase = any(purchases);
            if (item.purchase != null) {
                item.purchase.items.add(item);
            }
            items.add(item);
        }
    }

    private @Nullable String text() {
        return random.nextInt(4) == 0 ? null : TEXTS[random.nextInt(TEXTS.length)];
    }

    private @Nullable Integer number() {
        return random.nextInt(4) == 0 ? null : (Integer) random.nextInt(4);
    }

    private <T> @Nullable T any(List<T> from) {
        return from.isEmpty() || random.nextInt(4) == 0 ? null : from.get(random.nextInt(from.size()));
    }

    List<?> all(String entity) {
        return switch (entity) {
            case "Customer" -> customers;
            case "Purchase" -> purchases;
            default -> items;
        };
    }

    void persist(EntityManager manager) {
        customers.forEach(manager::persist);
        purchases.forEach(manager::persist);
        items.forEach(manager::persist);
    }

    /** Reads an attribute; null of null. */
    static @Nullable Object attribute(@Nullable Object entity, String name) {
        if (entity == null) {
            return null;
        }
        try {
            return entity.getClass().getField(name).get(entity);
        } catch (ReflectiveOperationException unknown) {
            throw new LinkageError(name + " of " + entity, unknown);
        }
    }
}
