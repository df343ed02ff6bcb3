package dev.dormouse.spec.extension;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A find allocates the entity, its values, the record that its changes are told from, and little more; without the optimizing compiler, too. */
@EnabledIfSystemProperty(
        named = "dormouse.test.store",
        matches = "lmdb",
        disabledReason = "what the other stores allocate is not theirs to choose: a tree's path, a driver's documents")
final class FindAllocationTest {

    private static final int MANY = 256;

    /** The record is about 350 bytes; a key, an entry of the context and its places in maps are about 200. */
    private static final long BESIDE_ENTITY_AND_VALUES = 850;

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(Sheet.class);

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Flat, sixteen columns. */
    @Entity
    @NullUnmarked
    public static class Sheet {
        @Id
        long id;

        String name;
        String email;
        String street;
        String city;
        String country;
        String postcode;
        String phone;
        LocalDate birth;
        Instant created;
        double rating;
        boolean active;
        int score;
        long visits;
        short floor;

        @Enumerated(EnumType.STRING)
        Level level;

        enum Level {
            JUNIOR,
            SENIOR
        }

        static Sheet of(long id) {
            Sheet sheet = new Sheet();
            sheet.id = id;
            sheet.name = text("name" + id);
            sheet.email = text("person" + id + "@example.org");
            sheet.street = text("Street " + id);
            sheet.city = text("City " + id % 50);
            sheet.country = text("Switzerland");
            sheet.postcode = text(Long.toString(1000 + id));
            sheet.phone = text("+41 44 " + id);
            sheet.birth = LocalDate.ofEpochDay(id);
            sheet.created = Instant.ofEpochSecond(id, 1);
            sheet.rating = id / 7.0;
            sheet.active = id % 2 == 0;
            sheet.score = (int) id;
            sheet.floor = (short) id;
            sheet.level = id % 2 == 0 ? Level.JUNIOR : Level.SENIOR;
            return sheet;
        }

        /** Returns a copy with values of its own, for which nothing else is allocated but one array of bytes for each text. */
        Sheet copy() {
            Sheet copy = new Sheet();
            copy.name = text(name);
            copy.email = text(email);
            copy.street = text(street);
            copy.city = text(city);
            copy.country = text(country);
            copy.postcode = text(postcode);
            copy.phone = text(phone);
            copy.birth = LocalDate.ofEpochDay(birth.toEpochDay());
            copy.created = Instant.ofEpochSecond(created.getEpochSecond(), created.getNano());
            return copy;
        }

        private static String text(String text) {
            return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        }
    }

    private long allocated(LongFunction<Object> make) {
        List<Object> made = new ArrayList<>(MANY);
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < MANY; i++) {
            made.add(make.apply(i));
        }
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(made).hasSize(MANY).doesNotContainNull();
        return bytes / MANY;
    }

    @Test
    void aFindAllocatesTheEntityItsValuesItsRecordAndLittleMore() {
        unit.run(manager -> {
            for (long id = 0; id < 2 * MANY; id++) {
                manager.persist(Sheet.of(id));
            }
        });
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        allocated(i -> manager.find(Sheet.class, MANY + i));
        long found = allocated(i -> manager.find(Sheet.class, i));
        List<Sheet> sheets = new ArrayList<>();
        for (long id = 0; id < MANY; id++) {
            sheets.add(manager.find(Sheet.class, id));
        }
        manager.getTransaction().rollback();
        allocated(i -> sheets.get((int) i).copy());
        long copied = allocated(i -> sheets.get((int) i).copy());
        assertThat(copied).isBetween(300L, 1000L);
        assertThat(found - copied).isBetween(0L, BESIDE_ENTITY_AND_VALUES);
    }
}
