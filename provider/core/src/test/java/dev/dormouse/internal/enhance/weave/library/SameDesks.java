package dev.dormouse.internal.enhance.weave.library;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** What holds of instances without a record and of those with one; each public method is a test. */
public final class SameDesks {

    private SameDesks() {}

    private static Library filled() {
        Library library = new Library(Desk.class, Size.class, Colour.class, Stamp.class);
        library.run(manager -> {
            for (int i = 0; i < 4; i++) {
                Desk desk = new Desk(i, new Size(i, null, new Colour("c" + i)));
                desk.maker = "m" + i;
                manager.persist(desk);
            }
        });
        return library;
    }

    /** Changes the first desk, and returns whether that was noticed: its version is one more. */
    private static boolean notices(Library library, Consumer<Desk> change) {
        int before = library.call(manager -> manager.find(Desk.class, 0L).version);
        library.run(manager -> change.accept(manager.find(Desk.class, 0L)));
        return library.call(manager -> manager.find(Desk.class, 0L).version) == before + 1;
    }

    public static void whatIsNeverUpdatedStaysAsItWas() {
        try (Library library = filled()) {
            assertThat(notices(library, desk -> desk.maker = "forged")).isFalse();
            library.run(manager -> {
                Desk desk = manager.find(Desk.class, 0L);
                desk.maker = "forged";
                desk.besideId = 9L;
                desk.beside = manager.find(Desk.class, 1L);
                desk.top.width = 7;
                manager.flush();
                desk.beside = manager.find(Desk.class, 2L);
                desk.top.colour.name = "red";
                manager.flush();
                desk.top.height = 8;
            });
            Desk desk = library.call(manager -> manager.find(Desk.class, 0L));
            assertThat(desk.maker + desk.besideId + " " + desk.text()).isEqualTo("m02 7x8 red, null, null, 2");
        }
    }

    public static void whatIsNotInsertedIsWrittenByTheNextUpdate() {
        try (Library library = filled()) {
            library.run(manager -> {
                Desk desk = new Desk(9, null);
                desk.note = "later";
                manager.persist(desk);
                manager.flush();
                assertThat(manager.createQuery("select d.note from Desk d where d.id = 9", String.class)
                                .getSingleResult())
                        .isEqualTo("later");
            });
        }
    }

    /** Whatever is done to embeddables: a commit stores what is in memory. */
    public static void whatIsInMemoryAtACommitIsStored() {
        try (Library library = filled()) {
            for (int seed = 0; seed < 40; seed++) {
                Random random = new Random(seed);
                List<Size> sizes = new ArrayList<>();
                List<String> expected = library.call(manager -> changed(manager, random, sizes));
                List<String> stored = library.call(manager -> texts(desks(manager)));
                assertThat(stored).as("seed %d", seed).isEqualTo(expected);
            }
        }
    }

    private static List<Desk> desks(EntityManager manager) {
        List<Desk> desks = new ArrayList<>();
        for (long id = 0; id < 4; id++) {
            desks.add(manager.find(Desk.class, id));
        }
        return desks;
    }

    private static List<String> texts(List<Desk> desks) {
        return desks.stream().map(Desk::text).toList();
    }

    private static List<String> changed(EntityManager manager, Random random, List<Size> sizes) {
        List<Desk> desks = desks(manager);
        desks.forEach(desk -> {
            sizes.add(desk.top);
            sizes.add(desk.drawer);
        });
        for (int step = 0; step < 12; step++) {
            Desk desk = desks.get(random.nextInt(4));
            Size any = sizes.get(random.nextInt(sizes.size()));
            switch (random.nextInt(10)) {
                case 0 -> sizes.add(new Size(random.nextInt(50), null, new Colour("n" + step)));
                case 1 -> desk.top = any;
                case 2 -> desk.drawer = any;
                case 3 -> desk.drawer = null;
                case 4 -> desk.stamp = new Stamp("S", random.nextInt(9));
                case 5 -> desk.beside = desks.get(random.nextInt(4));
                case 6 -> manager.flush();
                default -> change(any, random);
            }
        }
        return texts(desks);
    }

    private static void change(Size size, Random random) {
        if (size == null) {
            return;
        }
        switch (random.nextInt(4)) {
            case 0 -> size.width = random.nextInt(100);
            case 1 -> size.height = random.nextBoolean() ? null : random.nextInt(9);
            case 2 -> size.colour = random.nextInt(3) == 0 ? null : new Colour("d" + random.nextInt(9));
            default -> {
                if (size.colour != null) {
                    size.colour.name = "e" + random.nextInt(9);
                }
            }
        }
    }
}
