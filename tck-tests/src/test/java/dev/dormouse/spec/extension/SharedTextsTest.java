package dev.dormouse.spec.extension;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that come again are made once. Those that are stored are one each, too, since memory gives back the very texts that it was given. */
final class SharedTextsTest {

    private static final int SHOPS = 600;
    private static final int CITIES = 10;

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(Shop.class);

    @Entity
    @NullUnmarked
    @Table(indexes = @Index(columnList = "region"))
    public static class Shop {
        @Id
        long id;

        String name;
        String city;
        String region;

        @Embedded
        Address address;

        static Shop of(long id) {
            Shop shop = new Shop();
            shop.id = id;
            shop.name = "Shop " + (10_000 + id);
            shop.city = ("City of " + id % CITIES).intern();
            shop.region = ("Region " + id % CITIES).intern();
            shop.address = new Address();
            shop.address.country = ("Land " + id % CITIES).intern();
            return shop;
        }
    }

    @Embeddable
    @NullUnmarked
    public static class Address {
        String country;
    }

    @BeforeEach
    void fill() {
        unit.run(manager -> {
            for (long id = 0; id < SHOPS; id++) {
                manager.persist(Shop.of(id));
            }
        });
    }

    private static Set<String> instances(List<Shop> shops, Function<Shop, String> text) {
        return shops.stream()
                .map(text)
                .collect(Collectors.toCollection(() -> Collections.newSetFromMap(new IdentityHashMap<>())));
    }

    @Test
    void entitiesOfAContextShareThem() {
        unit.read(manager -> {
            List<Shop> shops = manager.createQuery("select s from Shop s where s.id >= 2", Shop.class)
                    .getResultList();
            assertThat(shops).hasSize(SHOPS - 2);
            assertThat(instances(shops, shop -> shop.city)).hasSize(CITIES);
            assertThat(instances(shops, shop -> shop.address.country)).hasSize(CITIES);
            assertThat(instances(shops, shop -> shop.name)).hasSize(SHOPS - 2);
            Shop other = manager.find(Shop.class, 1L);
            Shop neighbour = shops.stream()
                    .filter(shop -> shop.id == 1 + CITIES)
                    .findAny()
                    .orElseThrow();
            assertThat(other.city).isEqualTo("City of 1").isSameAs(neighbour.city);
            neighbour.city = "elsewhere";
            manager.refresh(neighbour);
            assertThat(neighbour.city).isSameAs(other.city);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select s.city from Shop s",
                "select s.address.country from Shop s",
                "select s.region from Shop s order by s.region"
            })
    void aQuerysValuesAreShared(String query) {
        assertShared(query);
    }

    @Test
    @EnabledIfSystemProperty(
            named = "dormouse.test.store",
            matches = "lmdb",
            disabledReason = "a server that makes groups sends their keys alone")
    void theKeysOfGroupsAreShared() {
        assertShared("select s.city from Shop s group by s.city, s.name");
    }

    private void assertShared(String query) {
        unit.read(manager -> {
            List<String> values = manager.createQuery(query, String.class).getResultList();
            Set<String> instances = Collections.newSetFromMap(new IdentityHashMap<>());
            instances.addAll(values);
            assertThat(values).hasSize(SHOPS);
            assertThat(instances).hasSize(CITIES);
        });
    }

    @Test
    @EnabledIfSystemProperty(
            named = "dormouse.test.store",
            matches = "lmdb",
            disabledReason = "what the other stores allocate is not theirs to choose: a driver's documents")
    void aScanAllocatesNoTextThatIsKnown() {
        unit.read(manager -> {
            String cities = "select s.city from Shop s where s.id >= 0";
            String names = "select s.name from Shop s where s.id >= 0";
            allocated(manager, cities);
            allocated(manager, names);
            long perRow = (allocated(manager, names) - allocated(manager, cities)) / SHOPS;
            // A text of ten characters is an object of 24 bytes and an array of 32; without the optimizing compiler it
            // is decoded through another.
            assertThat(perRow).isBetween(50L, 200L);
        });
    }

    private static long allocated(EntityManager manager, String query) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThat(manager.createQuery(query, String.class).getResultList()).hasSize(SHOPS);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
