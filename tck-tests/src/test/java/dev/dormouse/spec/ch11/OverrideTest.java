package dev.dormouse.spec.ch11;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.spec.SpecUnit;
import dev.dormouse.store.Store;
import dev.dormouse.store.record.TableDefinition;
import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AssociationOverrides;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.AttributeOverrides;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sections 11.1.2 to 11.1.5: overrides of columns and join columns, nested, inherited, in elements and in keys. */
final class OverrideTest {

    @RegisterExtension
    final SpecUnit unit =
            SpecUnit.of(Currency.class, Amount.class, Price.class, Place.class, Offer.class, Dated.class, Report.class);

    private final Currency euro = new Currency("EUR");
    private final Currency krone = new Currency("NOK");

    @BeforeEach
    void fill() {
        unit.persist(euro, krone);
    }

    private Set<String> columns(String table) {
        TableDefinition definition =
                unit.factory().unwrap(Store.class).catalog().table(table).orElseThrow();
        return definition.columns().keySet().stream().map(String::toUpperCase).collect(Collectors.toSet());
    }

    @Test
    void nestedEmbeddablesAreOverriddenByPaths() {
        Offer offer = new Offer(1);
        offer.price = new Price(new Amount(100, euro), new Amount(1_200, krone));
        unit.persist(offer);

        assertThat(columns("OFFER")).contains("NET", "GROSS", "NET_CURRENCY", "GROSS_CURRENCY");
        unit.run(manager -> {
            Price found = manager.find(Offer.class, 1).price;
            assertThat(found.net.units).isEqualTo(100);
            assertThat(found.gross.units).isEqualTo(1_200);
            assertThat(found.net.currency.code).isEqualTo("EUR");
            assertThat(found.gross.currency.code).isEqualTo("NOK");
        });
        unit.run(manager -> assertThat(manager.createQuery(
                                "SELECT o.id FROM Offer o WHERE o.price.gross.currency.code = 'NOK' AND o.price.net.units < 101",
                                Integer.class)
                        .getResultList())
                .containsExactly(1));
    }

    @Test
    void elementsAreOverridden() {
        Offer offer = new Offer(1);
        offer.fees.add(new Amount(7, krone));
        offer.fees.add(new Amount(8, euro));
        unit.persist(offer);

        unit.run(manager -> assertThat(
                        manager.find(Offer.class, 1).fees.stream().map(fee -> fee.units + fee.currency.code))
                .containsExactlyInAnyOrder("7NOK", "8EUR"));
    }

    @Test
    void keysAndValuesOfAMapAreOverriddenApart() {
        Offer offer = new Offer(1);
        offer.byPlace.put(new Place("Oslo"), new Place("north"));
        offer.byPlace.put(new Place("Rome"), new Place("south"));
        unit.persist(offer);

        unit.run(manager -> {
            Map<Place, Place> found = manager.find(Offer.class, 1).byPlace;
            assertThat(found.get(new Place("Oslo"))).isEqualTo(new Place("north"));
            found.put(new Place("Oslo"), new Place("Norway"));
            found.remove(new Place("Rome"));
        });
        unit.run(manager -> assertThat(manager.find(Offer.class, 1).byPlace)
                .containsExactly(Map.entry(new Place("Oslo"), new Place("Norway"))));
    }

    @Test
    void whatIsInheritedFromAMappedSuperclassIsOverridden() {
        Report report = new Report();
        report.id = 1;
        report.issued = 2026;
        report.currency = krone;
        report.others.add(euro);
        unit.persist(report);

        assertThat(columns("REPORT")).contains("ISSUED_IN", "PAID_IN").doesNotContain("ISSUED");
        assertThat(columns("REPORT_OTHERS")).containsExactlyInAnyOrder("REPORT_ID", "OTHER_CODE");
        unit.run(manager -> {
            Report found = manager.find(Report.class, 1);
            assertThat(found.issued).isEqualTo(2026);
            assertThat(found.currency.code).isEqualTo("NOK");
            assertThat(found.others).extracting(currency -> currency.code).containsExactly("EUR");
        });
    }

    @Entity
    public static class Currency {
        @Id
        String code;

        Currency() {}

        Currency(String code) {
            this.code = code;
        }
    }

    @Embeddable
    public static class Amount {
        int units;

        @ManyToOne
        Currency currency;

        Amount() {}

        Amount(int units, Currency currency) {
            this.units = units;
            this.currency = currency;
        }
    }

    @Embeddable
    public static class Price {
        @Embedded
        Amount net;

        @Embedded
        Amount gross;

        Price() {}

        Price(Amount net, Amount gross) {
            this.net = net;
            this.gross = gross;
        }
    }

    @Embeddable
    public record Place(String name) {}

    @Entity
    @Table(name = "OFFER")
    public static class Offer {
        @Id
        int id;

        @Embedded
        @AttributeOverrides({
            @AttributeOverride(name = "net.units", column = @Column(name = "NET")),
            @AttributeOverride(name = "gross.units", column = @Column(name = "GROSS"))
        })
        @AssociationOverrides({
            @AssociationOverride(name = "net.currency", joinColumns = @JoinColumn(name = "NET_CURRENCY")),
            @AssociationOverride(name = "gross.currency", joinColumns = @JoinColumn(name = "GROSS_CURRENCY"))
        })
        Price price;

        @ElementCollection
        @AttributeOverride(name = "units", column = @Column(name = "FEE"))
        @AssociationOverride(name = "currency", joinColumns = @JoinColumn(name = "FEE_CURRENCY"))
        List<Amount> fees = new ArrayList<>();

        @ElementCollection
        @AttributeOverride(name = "key.name", column = @Column(name = "PLACE"))
        @AttributeOverride(name = "value.name", column = @Column(name = "REGION"))
        Map<Place, Place> byPlace = new HashMap<>();

        Offer() {}

        Offer(int id) {
            this.id = id;
        }
    }

    @MappedSuperclass
    public abstract static class Dated {
        int issued;

        @ManyToOne
        Currency currency;

        @ManyToMany
        List<Currency> others = new ArrayList<>();
    }

    @Entity
    @Table(name = "REPORT")
    @AttributeOverride(name = "issued", column = @Column(name = "ISSUED_IN"))
    @AssociationOverride(name = "currency", joinColumns = @JoinColumn(name = "PAID_IN"))
    @AssociationOverride(
            name = "others",
            joinTable =
                    @JoinTable(
                            name = "REPORT_OTHERS",
                            joinColumns = @JoinColumn(name = "REPORT_ID"),
                            inverseJoinColumns = @JoinColumn(name = "OTHER_CODE")))
    public static class Report extends Dated {
        @Id
        int id;
    }
}
