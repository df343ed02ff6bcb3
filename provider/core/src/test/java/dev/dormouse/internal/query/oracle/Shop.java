package dev.dormouse.internal.query.oracle;

import dev.dormouse.internal.query.oracle.ShopModel.Customer;
import dev.dormouse.internal.query.oracle.ShopModel.Dealer;
import dev.dormouse.internal.query.oracle.ShopModel.Item;
import dev.dormouse.internal.query.oracle.ShopModel.Mood;
import dev.dormouse.internal.query.oracle.ShopModel.Place;
import dev.dormouse.internal.query.oracle.ShopModel.Purchase;
import dev.dormouse.internal.query.oracle.ShopModel.Stall;
import dev.dormouse.internal.query.oracle.ShopModel.StallId;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Some customers, purchases, items and stalls, with nulls in every place that may have them. One seed, one shop. */
final class Shop {

    static final List<String> TEXTS = List.of("", "a", "ab", "b", "ba", "\uD83D\uDE00");
    static final List<LocalDate> DATES =
            List.of(LocalDate.of(1969, 12, 31), LocalDate.of(2020, 2, 29), LocalDate.of(9999, 12, 31));

    final List<Customer> customers = new ArrayList<>();
    final List<Purchase> purchases = new ArrayList<>();
    final List<Item> items = new ArrayList<>();
    final List<Stall> stalls = new ArrayList<>();
    private final Random random;

    Shop(long seed) {
        random = new Random(seed);
        random.ints(random.nextInt(4), 0, 3).forEach(this::addStall);
        for (int i = random.nextInt(6); i > 0; i--) {
            customers.add(customer(i));
        }
        for (int i = random.nextInt(8); i > 0; i--) {
            purchases.add(purchase(i));
        }
        for (int i = random.nextInt(8); i > 0; i--) {
            items.add(item(i));
        }
        customers.forEach(this::wish);
        give();
        for (Stall stall : stalls) {
            for (int i = random.nextInt(3); i > 0 && !items.isEmpty() && !customers.isEmpty(); i--) {
                stall.guests.put(one(items), one(customers));
            }
        }
    }

    private void addStall(int number) {
        Stall stall = new Stall();
        stall.id = new StallId(stalls.size() % 2 == 0 ? "a" : "ab", stalls.size() / 2 + number * 2);
        stall.name = text();
        stall.age = number();
        stalls.add(stall);
    }

    private Customer customer(int id) {
        Customer customer = random.nextInt(3) == 0 ? new Dealer() : new Customer();
        if (customer instanceof Dealer dealer) {
            dealer.margin = number();
        }
        customer.id = id;
        customer.name = text();
        customer.age = number();
        customer.since = any(DATES);
        customer.mood = any(List.of(Mood.values()));
        customer.regular = any(List.of(true, false));
        customer.home = place();
        customer.referrer = any(customers);
        Stall stall = any(stalls);
        if (stall != null && stall.keeper == null) {
            customer.stall = stall;
            stall.keeper = customer;
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            customer.words.add(one(TEXTS));
            customer.scores.put(one(TEXTS), random.nextInt(4));
            customer.places.add(new Place(one(TEXTS), number()));
        }
        return customer;
    }

    private @Nullable Place place() {
        Place place = new Place(text(), number());
        return place.town() == null && place.number() == null ? null : place;
    }

    private Purchase purchase(int id) {
        Purchase purchase = new Purchase();
        purchase.id = id;
        purchase.name = text();
        purchase.age = number();
        purchase.customer = any(customers);
        if (purchase.customer != null) {
            purchase.customer.purchases.add(purchase);
        }
        purchase.stall = any(stalls);
        if (purchase.stall != null) {
            purchase.stall.sales.add(purchase);
        }
        return purchase;
    }

    private Item item(int id) {
        Item item = new Item();
        item.id = id;
        item.name = text();
        item.age = number();
        item.purchase = any(purchases);
        if (item.purchase != null) {
            item.purchase.items.add(item);
        }
        return item;
    }

    private void wish(Customer customer) {
        for (int i = random.nextInt(3); i > 0 && !items.isEmpty(); i--) {
            Item item = one(items);
            customer.wishes.add(item);
            item.wishers.add(customer);
        }
    }

    /** An element of a one-to-many belongs to one only. */
    private void give() {
        Set<Item> given = new HashSet<>();
        Set<Item> spared = new HashSet<>();
        for (Purchase purchase : purchases) {
            for (int i = random.nextInt(3); i > 0 && !items.isEmpty(); i--) {
                Item gift = one(items);
                if (given.add(gift)) {
                    purchase.gifts.add(gift);
                }
                Item spare = one(items);
                if (spared.add(spare)) {
                    purchase.spares.add(spare);
                }
            }
        }
    }

    private @Nullable String text() {
        return any(TEXTS);
    }

    private @Nullable Integer number() {
        return random.nextInt(4) == 0 ? null : (Integer) random.nextInt(4);
    }

    private <T> T one(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private <T> @Nullable T any(List<T> from) {
        return from.isEmpty() || random.nextInt(4) == 0 ? null : one(from);
    }

    List<?> all(String entity) {
        return switch (entity) {
            case "Customer" -> customers;
            case "Dealer" -> customers.stream().filter(Dealer.class::isInstance).toList();
            case "Purchase" -> purchases;
            case "Item" -> items;
            case "Stall" -> stalls;
            default -> throw new AssertionError(entity);
        };
    }

    /** Returns the entity of this shop that another is read from. */
    Object like(Object entity) {
        Object id = RandomQuery.plain(entity);
        return Shape.ENTITIES.stream()
                .flatMap(name -> all(name).stream())
                .filter(one -> id != null && id.equals(RandomQuery.plain(one)))
                .findFirst()
                .orElseThrow();
    }

    void persist(EntityManager manager) {
        stalls.forEach(manager::persist);
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
