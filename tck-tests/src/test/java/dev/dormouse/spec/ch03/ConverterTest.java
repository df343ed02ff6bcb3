package dev.dormouse.spec.ch03;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Section 3.9, attribute conversion. */
final class ConverterTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(
            Product.class,
            Label.class,
            YesNo.class,
            MoneyConverter.class,
            TagsConverter.class,
            BrokenConverter.class,
            Broken.class);

    private Product product() {
        Product product = new Product();
        product.id = 1;
        product.price = new Money(1234, "EUR");
        product.sold = true;
        product.plain = true;
        product.tags = new ArrayList<>(List.of("x", "y"));
        product.label = new Label();
        product.label.loud = true;
        product.flags.add(true);
        product.flags.add(false);
        product.prices.put("now", new Money(5, "USD"));
        return product;
    }

    @Test
    void convertersAreAppliedBothWays() {
        unit.persist(product());

        unit.run(manager -> {
            Product found = manager.find(Product.class, 1);
            assertThat(found.price).isEqualTo(new Money(1234, "EUR"));
            assertThat(found.sold).isTrue();
            assertThat(found.tags).containsExactly("x", "y");
            assertThat(found.label.loud).isTrue();
        });
    }

    @Test
    void anAutoApplyConverterCanBeDisabled() {
        Product product = product();
        product.unconverted = true;
        unit.persist(product);

        unit.run(manager ->
                assertThat(manager.find(Product.class, 1).unconverted).isTrue());
    }

    @Test
    void nullGoesThroughTheConverter() {
        Product product = product();
        product.sold = null;
        product.price = null;
        unit.persist(product);

        unit.run(manager -> {
            assertThat(manager.find(Product.class, 1).sold).isNull();
            assertThat(manager.find(Product.class, 1).price).isNull();
        });
    }

    @Test
    void parametersAndLiteralsAreConverted() {
        unit.persist(product());

        unit.run(manager -> {
            assertThat(manager.createQuery("SELECT p.id FROM Product p WHERE p.price = :price", Integer.class)
                            .setParameter("price", new Money(1234, "EUR"))
                            .getResultList())
                    .containsExactly(1);
            assertThat(manager.createQuery("SELECT p.id FROM Product p WHERE p.sold = TRUE", Integer.class)
                            .getResultList())
                    .containsExactly(1);
            assertThat(manager.createQuery("SELECT p.price FROM Product p", Money.class)
                            .getSingleResult())
                    .isEqualTo(new Money(1234, "EUR"));
        });
    }

    @Test
    void aMutatedValueOfAConvertedAttributeIsWritten() {
        unit.persist(product());
        unit.run(manager -> manager.find(Product.class, 1).tags.add("z"));

        unit.run(manager -> assertThat(manager.find(Product.class, 1).tags).containsExactly("x", "y", "z"));
    }

    @Test
    void elementsAndValuesOfCollectionsAreConverted() {
        unit.persist(product());

        unit.run(manager -> {
            Product found = manager.find(Product.class, 1);
            assertThat(found.flags).containsExactlyInAnyOrder(true, false);
            assertThat(found.prices).containsOnly(Map.entry("now", new Money(5, "USD")));
        });
    }

    @Test
    void convertedAttributesAreUpdatedInBulk() {
        unit.persist(product());
        unit.run(manager -> assertThat(manager.createQuery("UPDATE Product p SET p.price = :price")
                        .setParameter("price", new Money(9, "CHF"))
                        .executeUpdate())
                .isEqualTo(1));

        unit.run(manager -> assertThat(manager.find(Product.class, 1).price).isEqualTo(new Money(9, "CHF")));
    }

    @Test
    void anExceptionOfAConverterIsAPersistenceException() {
        Broken broken = new Broken();
        broken.text = "x";

        assertThatThrownBy(() -> unit.persist(broken))
                .isInstanceOf(PersistenceException.class)
                .hasStackTraceContaining("broken on purpose");
    }

    public record Money(long cents, String currency) {}

    @Converter
    public static class MoneyConverter implements AttributeConverter<Money, String> {
        @Override
        public String convertToDatabaseColumn(Money money) {
            return money == null ? null : money.cents() + " " + money.currency();
        }

        @Override
        public Money convertToEntityAttribute(String column) {
            if (column == null) {
                return null;
            }
            String[] parts = column.split(" ", 2);
            return new Money(Long.parseLong(parts[0]), parts[1]);
        }
    }

    @Converter(autoApply = true)
    public static class YesNo implements AttributeConverter<Boolean, String> {
        @Override
        public String convertToDatabaseColumn(Boolean value) {
            return value == null ? null : value ? "yes" : "no";
        }

        @Override
        public Boolean convertToEntityAttribute(String column) {
            return column == null ? null : column.equals("yes");
        }
    }

    @Converter
    public static class TagsConverter implements AttributeConverter<List<String>, String> {
        @Override
        public String convertToDatabaseColumn(List<String> tags) {
            return tags == null ? null : String.join(",", tags);
        }

        @Override
        public List<String> convertToEntityAttribute(String column) {
            return column == null ? null : new ArrayList<>(List.of(column.split(",")));
        }
    }

    @Converter
    public static class BrokenConverter implements AttributeConverter<String, String> {
        @Override
        public String convertToDatabaseColumn(String value) {
            throw new IllegalArgumentException("broken on purpose");
        }

        @Override
        public String convertToEntityAttribute(String column) {
            throw new IllegalArgumentException("broken on purpose");
        }
    }

    @Embeddable
    public static class Label {
        boolean loud;
    }

    @Entity
    public static class Product {
        @Id
        int id;

        @Convert(converter = MoneyConverter.class)
        Money price;

        Boolean sold;

        boolean plain;

        @Convert(disableConversion = true)
        Boolean unconverted;

        @Convert(converter = TagsConverter.class)
        List<String> tags;

        @Convert(attributeName = "loud", converter = YesNo.class)
        Label label;

        @ElementCollection
        List<Boolean> flags = new ArrayList<>();

        @ElementCollection
        @Convert(attributeName = "value", converter = MoneyConverter.class)
        Map<String, Money> prices = new HashMap<>();
    }

    @Entity
    public static class Broken {
        @Id
        int id;

        @Convert(converter = BrokenConverter.class)
        String text;
    }
}
