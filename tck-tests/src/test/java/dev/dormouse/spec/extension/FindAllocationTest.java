package dev.dormouse.spec.extension;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.dormouse.enhanced.EnhancedEntity;
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
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A find allocates the entity, its values, a little for the context, and for a plain class the record that its changes are told from; without the optimizing compiler, too.
 */
@EnabledIfSystemProperty(
        named = "dormouse.test.store",
        matches = "lmdb",
        disabledReason = "what the other stores allocate is not theirs to choose: a tree's path, a driver's documents")
final class FindAllocationTest {

    private static final int MANY = 256;

    /** A key, an entry of the context, its places in lists, a view of the record, and the state of an enhanced instance. */
    private static final long BESIDE_ENTITY_AND_VALUES = 200;

    /** What a plain class takes besides; its entities have no state. */
    private static final long RECORD = 350;

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
            sheet.name = "name" + id;
            sheet.email = "person" + id + "@example.org";
            sheet.street = "Street " + id;
            sheet.city = "City " + id % 50;
            sheet.country = "Switzerland";
            sheet.postcode = Long.toString(1000 + id);
            sheet.phone = "+41 44 " + id;
            sheet.birth = LocalDate.ofEpochDay(id);
            sheet.created = Instant.ofEpochSecond(id, 1);
            sheet.rating = id / 7.0;
            sheet.active = id % 2 == 0;
            sheet.score = (int) id;
            sheet.floor = (short) id;
            sheet.level = id % 2 == 0 ? Level.JUNIOR : Level.SENIOR;
            return sheet;
        }

        byte[][] texts() {
            return Stream.of(name, email, street, postcode, phone)
                    .map(each -> each.getBytes(StandardCharsets.UTF_8))
                    .toArray(byte[][]::new);
        }

        /** Returns a copy with values of its own, for which nothing else is allocated, but for those that come again. */
        Sheet copy(byte[][] texts) {
            Sheet copy = new Sheet();
            copy.name = text(texts[0]);
            copy.email = text(texts[1]);
            copy.street = text(texts[2]);
            copy.city = city;
            copy.country = country;
            copy.postcode = text(texts[3]);
            copy.phone = text(texts[4]);
            copy.birth = LocalDate.ofEpochDay(birth.toEpochDay());
            copy.created = Instant.ofEpochSecond(created.getEpochSecond(), created.getNano());
            return copy;
        }

        private static String text(byte[] text) {
            return new String(text, StandardCharsets.UTF_8);
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
        return bytes;
    }

    @Test
    void aFindAllocatesTheEntityItsValuesAndLittleMore() {
        unit.run(manager -> {
            for (long id = 0; id < 2 * MANY; id++) {
                manager.persist(Sheet.of(id));
            }
        });
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        List<Long> ids = LongStream.range(0, 2 * MANY).boxed().toList();
        allocated(i -> manager.find(Sheet.class, ids.get(MANY + (int) i)));
        long found = allocated(i -> manager.find(Sheet.class, ids.get((int) i)));
        List<Sheet> sheets = new ArrayList<>();
        for (long id = 0; id < MANY; id++) {
            sheets.add(manager.find(Sheet.class, id));
        }
        manager.getTransaction().rollback();
        List<byte[][]> texts = sheets.stream().map(Sheet::texts).toList();
        allocated(i -> sheets.get((int) i).copy(texts.get((int) i)));
        long copied = allocated(i -> sheets.get((int) i).copy(texts.get((int) i)));
        assertThat(copied / MANY).isBetween(300L, 1000L);
        boolean isEnhanced = sheets.get(0) instanceof EnhancedEntity;
        assertThat((found - copied) / MANY).isBetween(0L, BESIDE_ENTITY_AND_VALUES + (isEnhanced ? 0 : RECORD));
    }
}
