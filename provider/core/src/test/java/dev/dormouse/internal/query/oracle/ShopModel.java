package dev.dormouse.internal.query.oracle;

import dev.dormouse.annotation.IdArray;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The classes of the shop: every kind of association, collection and key, and indexes whose entries may suffice. */
final class ShopModel {

    static final List<Class<?>> CLASSES = List.of(
            Customer.class,
            Dealer.class,
            Purchase.class,
            Item.class,
            Stall.class,
            Place.class,
            StallId.class,
            YesNo.class);

    private ShopModel() {}

    /** How somebody feels; not in the order of the alphabet. */
    public enum Mood {
        SOUR,
        MERRY,
        BORED
    }

    /** Truth as a letter. */
    @Converter
    public static class YesNo implements AttributeConverter<Boolean, String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable Boolean truth) {
            return truth == null ? null : truth ? "Y" : "N";
        }

        @Override
        public @Nullable Boolean convertToEntityAttribute(@Nullable String letter) {
            return letter == null ? null : (Boolean) letter.equals("Y");
        }
    }

    /** Where something is. */
    @Embeddable
    public record Place(@Nullable String town, @Nullable Integer number) {}

    /** A key of two parts. */
    @Embeddable
    public record StallId(String aisle, int number) {}

    /** Who buys, and who sent them. */
    @Entity(name = "Customer")
    @Inheritance
    @Table(indexes = {@Index(columnList = "age"), @Index(columnList = "since, id")})
    public static class Customer {
        @Id
        public int id;

        public @Nullable String name;
        public @Nullable Integer age;
        public @Nullable LocalDate since;

        @Enumerated(EnumType.STRING)
        public @Nullable Mood mood;

        @Convert(converter = YesNo.class)
        public @Nullable Boolean regular;

        public @Nullable Place home;

        @ManyToOne
        public @Nullable Customer referrer;

        @OneToOne
        public @Nullable Stall stall;

        @OneToMany(mappedBy = "customer")
        public List<Purchase> purchases = new ArrayList<>();

        @ManyToMany
        public Set<Item> wishes = new HashSet<>();

        @ElementCollection
        public List<String> words = new ArrayList<>();

        @ElementCollection
        public Map<String, Integer> scores = new HashMap<>();

        @ElementCollection
        public List<Place> places = new ArrayList<>();
    }

    /** A customer who sells what they buy. */
    @Entity(name = "Dealer")
    public static class Dealer extends Customer {
        public @Nullable Integer margin;
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

        @ManyToOne
        public @Nullable Stall stall;

        @OneToMany(mappedBy = "purchase")
        public List<Item> items = new ArrayList<>();

        @OneToMany
        @JoinTable
        @OrderColumn
        public List<Item> gifts = new ArrayList<>();

        @OneToMany
        @IdArray
        public List<Item> spares = new ArrayList<>();
    }

    /** What it consists of. */
    @Entity(name = "Item")
    @Table(indexes = @Index(columnList = "name desc, age"))
    public static class Item {
        @Id
        public int id;

        public @Nullable String name;
        public @Nullable Integer age;

        @ManyToOne
        public @Nullable Purchase purchase;

        @ManyToMany(mappedBy = "wishes")
        public Set<Customer> wishers = new HashSet<>();
    }

    /** Where it is sold. */
    @Entity(name = "Stall")
    public static class Stall {
        @EmbeddedId
        public StallId id = new StallId("", 0);

        public @Nullable String name;
        public @Nullable Integer age;

        @OneToOne(mappedBy = "stall")
        public @Nullable Customer keeper;

        @OneToMany(mappedBy = "stall")
        public Set<Purchase> sales = new HashSet<>();

        @ManyToMany
        public Map<Item, Customer> guests = new HashMap<>();
    }
}
