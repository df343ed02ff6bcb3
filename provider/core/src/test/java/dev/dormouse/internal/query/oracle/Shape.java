package dev.dormouse.internal.query.oracle;

import dev.dormouse.internal.query.oracle.ShopModel.Dealer;
import dev.dormouse.internal.query.oracle.ShopModel.Place;
import dev.dormouse.internal.query.oracle.ShopModel.Stall;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What queries can ask of a variable: an entity, an element, an entry of a map.
 *
 * @param name the name of the entity, or of what the element is
 * @param values what is one value
 * @param references what is one entity
 * @param collections what is several
 */
record Shape(String name, List<Member> values, List<Way> references, List<Way> collections) {

    /** The kinds of values that are compared with each other. */
    enum Kind {
        NUMBER,
        TEXT,
        DATE,
        MOOD,
        FLAG,
        WHOLE
    }

    /**
     * A value of a variable.
     *
     * @param kind what it is
     * @param format how it is written, with {@code %s} for the variable
     * @param of its value for what the variable stands for, which is never null
     */
    record Member(Kind kind, String format, Function<Object, @Nullable Object> of) {}

    /**
     * Where a path leads.
     *
     * @param name the attribute
     * @param target the shape of what is there
     */
    record Way(String name, String target) {}

    static final List<String> ENTITIES = List.of("Customer", "Dealer", "Purchase", "Item", "Stall");

    private static final Map<String, Shape> SHAPES = Map.of(
            "Customer",
            new Shape("Customer", customer(), customerReferences(), customerCollections()),
            "Dealer",
            new Shape(
                    "Dealer",
                    with(customer(), attribute(Kind.NUMBER, "margin")),
                    customerReferences(),
                    customerCollections()),
            "Purchase",
            new Shape(
                    "Purchase",
                    common(),
                    List.of(new Way("customer", "Customer"), new Way("stall", "Stall")),
                    List.of(new Way("items", "Item"), new Way("gifts", "Item"), new Way("spares", "Item"))),
            "Item",
            new Shape(
                    "Item",
                    common(),
                    List.of(new Way("purchase", "Purchase")),
                    List.of(new Way("wishers", "Customer"))),
            "Stall",
            new Shape(
                    "Stall",
                    List.of(
                            attribute(Kind.TEXT, "name"),
                            attribute(Kind.NUMBER, "age"),
                            new Member(Kind.NUMBER, "%s.id.number", stall -> ((Stall) stall).id.number()),
                            new Member(Kind.TEXT, "%s.id.aisle", stall -> ((Stall) stall).id.aisle()),
                            new Member(Kind.WHOLE, "%s", stall -> stall)),
                    List.of(new Way("keeper", "Customer")),
                    List.of(new Way("sales", "Purchase"), new Way("guests", "Guest"))),
            "Word",
            new Shape("Word", List.of(new Member(Kind.TEXT, "%s", word -> word)), List.of(), List.of()),
            "Score",
            new Shape(
                    "Score",
                    List.of(
                            new Member(Kind.NUMBER, "%s", score -> ((Map.Entry<?, ?>) score).getValue()),
                            new Member(Kind.NUMBER, "value(%s)", score -> ((Map.Entry<?, ?>) score).getValue()),
                            new Member(Kind.TEXT, "key(%s)", score -> ((Map.Entry<?, ?>) score).getKey()),
                            new Member(Kind.WHOLE, "entry(%s)", score -> score)),
                    List.of(),
                    List.of()),
            "Guest",
            new Shape(
                    "Guest",
                    List.of(
                            new Member(Kind.NUMBER, "%s.age", guest -> value(guest, "age")),
                            new Member(Kind.TEXT, "value(%s).name", guest -> value(guest, "name")),
                            new Member(Kind.WHOLE, "key(%s)", guest -> ((Map.Entry<?, ?>) guest).getKey()),
                            new Member(Kind.WHOLE, "value(%s)", guest -> ((Map.Entry<?, ?>) guest).getValue()),
                            new Member(Kind.WHOLE, "entry(%s)", guest -> guest)),
                    List.of(),
                    List.of()),
            "Place",
            new Shape(
                    "Place",
                    List.of(
                            new Member(Kind.NUMBER, "%s.number", place -> ((Place) place).number()),
                            new Member(Kind.TEXT, "%s.town", place -> ((Place) place).town()),
                            new Member(Kind.WHOLE, "%s", place -> place)),
                    List.of(),
                    List.of()));

    static Shape of(String name) {
        Shape shape = SHAPES.get(name);
        if (shape == null) {
            throw new AssertionError("no such shape: " + name);
        }
        return shape;
    }

    boolean isEntity() {
        return ENTITIES.contains(name);
    }

    List<Member> values(Kind kind) {
        return values.stream().filter(value -> value.kind() == kind).toList();
    }

    private static Member attribute(Kind kind, String name) {
        return new Member(kind, "%s." + name, entity -> Shop.attribute(entity, name));
    }

    private static @Nullable Object value(Object entry, String attribute) {
        return Shop.attribute(((Map.Entry<?, ?>) entry).getValue(), attribute);
    }

    private static List<Member> common() {
        return List.of(
                attribute(Kind.NUMBER, "id"),
                attribute(Kind.NUMBER, "age"),
                attribute(Kind.TEXT, "name"),
                new Member(Kind.WHOLE, "%s", entity -> entity));
    }

    private static List<Member> with(List<Member> members, Member... more) {
        List<Member> all = new ArrayList<>(members);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    private static List<Member> customer() {
        return with(
                common(),
                attribute(Kind.DATE, "since"),
                attribute(Kind.MOOD, "mood"),
                attribute(Kind.FLAG, "regular"),
                attribute(Kind.WHOLE, "home"),
                new Member(Kind.TEXT, "%s.home.town", customer -> home(customer, Place::town)),
                new Member(Kind.NUMBER, "%s.home.number", customer -> home(customer, Place::number)),
                new Member(Kind.NUMBER, "extract(year from %s.since)", customer -> {
                    LocalDate since = (LocalDate) Shop.attribute(customer, "since");
                    return since == null ? null : since.getYear();
                }),
                new Member(
                        Kind.NUMBER,
                        "treat(%s as Dealer).margin",
                        customer -> customer instanceof Dealer dealer ? dealer.margin : null));
    }

    private static @Nullable Object home(Object customer, Function<Place, @Nullable Object> part) {
        Place home = (Place) Shop.attribute(customer, "home");
        return home == null ? null : part.apply(home);
    }

    private static List<Way> customerReferences() {
        return List.of(new Way("referrer", "Customer"), new Way("stall", "Stall"));
    }

    private static List<Way> customerCollections() {
        return List.of(
                new Way("purchases", "Purchase"),
                new Way("wishes", "Item"),
                new Way("words", "Word"),
                new Way("scores", "Score"),
                new Way("places", "Place"));
    }

    /** Returns the elements of a collection, the entries of a map; none of null. */
    static List<?> elements(@Nullable Object owner, String collection) {
        Object elements = Shop.attribute(owner, collection);
        if (elements == null) {
            return List.of();
        }
        return elements instanceof Map<?, ?> map ? List.copyOf(map.entrySet()) : List.copyOf((Collection<?>) elements);
    }
}
