package dev.dormouse.spec.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.spec.RequestCount;
import dev.dormouse.spec.SpecUnit;
import dev.dormouse.spec.extension.Album.Track;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A part of a collection is read without the rest: counted in requests to the store. */
final class CollectionPartsTest {

    private static final int MANY = 300;

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(Album.CLASSES);

    private String url = "";

    @BeforeEach
    void watch() {
        url = unit.freshUrl();
        RequestCount.watch(url);
    }

    @AfterEach
    void forget() {
        RequestCount.forget();
    }

    private EntityManagerFactory albums(int albums, int tracks) {
        EntityManagerFactory factory = unit.create(url, Map.of());
        factory.runInTransaction(manager -> {
            for (int i = 1; i <= albums; i++) {
                Album album = new Album(i, tracks);
                album.ordered.forEach(manager::persist);
                manager.persist(album);
            }
        });
        return factory;
    }

    private static Album first(EntityManager manager) {
        return manager.find(Album.class, 1);
    }

    /** Runs work on the first album in a context of its own. */
    private void with(EntityManagerFactory factory, Consumer<Album> work) {
        unit.read(factory, manager -> work.accept(first(manager)));
    }

    private static boolean isLoaded(EntityManagerFactory factory, Album album, String attribute) {
        return factory.getPersistenceUnitUtil().isLoaded(album, attribute);
    }

    private static List<Integer> numbers(List<Track> tracks) {
        return tracks.stream().map(Track::number).toList();
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    private static List<Integer> backwards(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> MANY - 1 - i).toList();
    }

    @Test
    void anElementIsReadWithAFewBesideIt() {
        EntityManagerFactory factory = albums(1, MANY);
        with(factory, album -> {
            assertThat(RequestCount.during(
                            () -> assertThat(album.ordered().get(250).number()).isEqualTo(MANY - 251)))
                    .hasSize(2);
            assertThat(RequestCount.during(
                            () -> assertThat(album.ordered().get(260).number()).isEqualTo(MANY - 261)))
                    .isEmpty();
            assertThat(RequestCount.during(
                            () -> assertThat(album.tracks().get(0).number()).isZero()))
                    .hasSize(1);
            assertThat(album.tracks().get(MANY - 1).number()).isEqualTo(MANY - 1);
            assertThat(isLoaded(factory, album, "ordered")).isFalse();
            assertThat(isLoaded(factory, album, "tracks")).isFalse();
            assertThatThrownBy(() -> album.ordered().get(MANY)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> album.ordered().get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        });
    }

    @Test
    void aPageIsReadWithoutTheRest() {
        EntityManagerFactory factory = albums(1, MANY);
        unit.read(factory, manager -> {
            // region page
            Album album = manager.find(Album.class, 1);
            assertThat(album.ordered().subList(0, 20)).hasSize(20);
            assertThat(album.ordered().get(299).number()).isZero();
            assertThat(factory.getPersistenceUnitUtil().isLoaded(album, "ordered"))
                    .isFalse();
            // endregion
        });
        with(factory, album -> {
            List<Track> page = new ArrayList<>();
            assertThat(RequestCount.during(() -> page.addAll(album.ordered().subList(20, 40))))
                    .hasSize(2);
            assertThat(numbers(page)).isEqualTo(backwards(20, 40));
            assertThat(RequestCount.during(() ->
                            assertThat(numbers(album.tracks().subList(0, 20))).isEqualTo(range(0, 20))))
                    .hasSize(1);
            assertThat(isLoaded(factory, album, "ordered")).isFalse();
            assertThatThrownBy(() -> album.tracks().subList(290, MANY + 1))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        });
    }

    @Test
    void aWalkByIndexIsAFewRequests() {
        EntityManagerFactory factory = albums(1, MANY);
        with(factory, album -> {
            List<Integer> forwards = new ArrayList<>();
            assertThat(RequestCount.during(() -> {
                        for (int i = 0; i < MANY; i++) {
                            forwards.add(album.tracks().get(i).number());
                        }
                    }))
                    .hasSizeLessThanOrEqualTo(2);
            assertThat(forwards).isEqualTo(range(0, MANY));
            List<Integer> back = new ArrayList<>();
            assertThat(RequestCount.during(() -> {
                        for (int i = MANY - 1; i >= 0; i--) {
                            back.add(album.ordered().get(i).number());
                        }
                    }))
                    .hasSizeLessThanOrEqualTo(2 * 6);
            assertThat(back).isEqualTo(range(0, MANY));
        });
    }

    @Test
    void aShortListIsLoadedByTheFirstTouch() {
        EntityManagerFactory factory = albums(1, 5);
        with(factory, album -> {
            assertThat(RequestCount.during(
                            () -> assertThat(album.tracks().get(2).number()).isEqualTo(2)))
                    .hasSize(1);
            assertThat(RequestCount.during(
                            () -> assertThat(album.tracks().get(0).number()).isZero()))
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(isLoaded(factory, album, "tracks")).isTrue();
        });
    }

    @Test
    void listsOfManyOwnersAreLoadedTogether() {
        EntityManagerFactory factory = albums(20, 3);
        Consumer<EntityManager> walk =
                manager -> manager.createQuery("select a from Album a order by a.id", Album.class)
                        .getResultList()
                        .forEach(album -> {
                            assertThat(album.ordered().get(0).number()).isEqualTo(2);
                            assertThat(numbers(album.tracks().subList(0, 2))).containsExactly(0, 1);
                            assertThat(album.byTitle().get("track 1").number()).isEqualTo(1);
                        });
        unit.read(factory, walk);
        unit.read(factory, manager -> assertThat(RequestCount.during(() -> walk.accept(manager)))
                .hasSizeLessThanOrEqualTo(6));
    }

    private static List<Album> all(EntityManager manager) {
        return manager.createQuery("select a from Album a order by a.id", Album.class)
                .getResultList();
    }

    /** A store that makes no groups counts in this process, where a request costs little. */
    @Test
    void sizesOfOneAttributeAreCountedTogether() {
        boolean makesGroups =
                System.getProperty("dormouse.test.store", "memory").equals("mongodb");
        EntityManagerFactory factory = albums(20, 3);
        unit.read(factory, manager -> {
            List<Album> albums = all(manager);
            assertThat(RequestCount.during(() ->
                            assertThat(albums).allMatch(album -> album.tracks().size() == 3)))
                    .hasSize(makesGroups ? 1 : 20);
            assertThat(RequestCount.during(() ->
                            assertThat(albums).allMatch(album -> album.ordered().size() == 3)))
                    .hasSize(makesGroups ? 1 : 20);
            assertThat(albums).noneMatch(album -> isLoaded(factory, album, "tracks"));
            factory.runInTransaction(other -> other.find(Track.class, albums.get(7).id * 10_000).album = null);
            assertThat(albums.get(7).tracks().size()).as("asked again").isEqualTo(2);
        });
    }

    @Test
    void aFlushIsSeenByTheNextSize() {
        EntityManagerFactory factory = albums(3, 3);
        factory.runInTransaction(manager -> {
            List<Album> albums = all(manager);
            assertThat(albums.get(0).tracks().size()).isEqualTo(3);
            manager.persist(new Track(5, albums.get(1)));
            manager.flush();
            assertThat(albums.get(1).tracks().size()).isEqualTo(4);
            assertThat(albums.get(2).tracks().size()).isEqualTo(3);
        });
    }

    @Test
    void aPageIsAViewOfTheList() {
        EntityManagerFactory factory = albums(1, MANY);
        factory.runInTransaction(manager -> {
            Album album = first(manager);
            List<Track> page = album.ordered().subList(10, 20);
            assertThat(page.get(0).number()).isEqualTo(MANY - 11);
            page.clear();
            assertThat(page).isEmpty();
            assertThat(album.ordered()).hasSize(MANY - 10);
        });
        with(factory, album -> {
            assertThat(album.ordered().get(10).number()).isEqualTo(MANY - 21);
            assertThat(album.ordered().get(9).number()).isEqualTo(MANY - 10);
            assertThat(album.ordered().size()).isEqualTo(MANY - 10);
        });
    }

    @Test
    void whatIsAddedIsThere() {
        EntityManagerFactory factory = albums(1, MANY);
        factory.runInTransaction(manager -> {
            Album album = first(manager);
            assertThat(album.tracks().get(1).number()).isEqualTo(1);
            Track added = new Track(10_000 + MANY, album);
            manager.persist(added);
            album.tracks().add(added);
            assertThat(album.tracks().get(MANY)).isSameAs(added);
        });
    }

    @Test
    void aFlushIsSeenByTheNextPage() {
        EntityManagerFactory factory = albums(1, MANY);
        factory.runInTransaction(manager -> {
            Album album = first(manager);
            assertThat(album.tracks().get(5).number()).isEqualTo(5);
            manager.find(Track.class, 10_000).album = null;
            manager.flush();
            assertThat(album.tracks().get(5).number()).isEqualTo(6);
        });
    }

    @Test
    void whatWasAskedIsThereOnceItIsDetached() {
        EntityManagerFactory factory = albums(1, MANY);
        List<Album> albums = new ArrayList<>();
        List<Track> page = new ArrayList<>();
        with(factory, album -> {
            albums.add(album);
            assertThat(album.tracks().get(7).number()).isEqualTo(7);
            page.addAll(album.ordered().subList(0, 3));
        });
        assertThat(numbers(albums.get(0).tracks())).isEqualTo(range(0, MANY));
        assertThat(numbers(page)).isEqualTo(backwards(0, 3));
        assertThatThrownBy(() -> albums.get(0).ordered().size()).hasMessageContaining("DORM0204");
    }

    @Test
    void aKeyOfAMapIsLookedUp() {
        EntityManagerFactory factory = albums(1, 20);
        with(factory, album -> {
            assertThat(RequestCount.during(() ->
                            assertThat(album.byTitle().containsKey("track 7")).isTrue()))
                    .hasSize(1);
            assertThat(isLoaded(factory, album, "byTitle")).isFalse();
        });
        with(factory, album -> {
            assertThat(RequestCount.during(() ->
                            assertThat(album.byTitle().get("track 7").number()).isEqualTo(7)))
                    .hasSize(2);
            assertThat(isLoaded(factory, album, "byTitle")).isFalse();
        });
        with(factory, album -> {
            assertThat(RequestCount.during(
                            () -> assertThat(album.byTitle().get("track 20")).isNull()))
                    .hasSize(1);
            assertThat(isLoaded(factory, album, "byTitle")).isFalse();
        });
        with(factory, album -> assertThat(album.byTitle().containsKey((Object) 7))
                .isFalse());
        with(factory, album -> assertThat(album.byTitle().get(null)).isNull());
        unit.read(factory, manager -> {
            Album album = first(manager);
            Track track = manager.find(Track.class, 10_003);
            assertThat(RequestCount.during(
                            () -> assertThat(album.next().containsKey(track)).isTrue()))
                    .hasSize(1);
            assertThat(isLoaded(factory, album, "next")).isFalse();
        });
        unit.read(factory, manager -> assertThat(first(manager)
                        .next()
                        .get(manager.find(Track.class, 10_003))
                        .number())
                .isEqualTo(4));
    }

    @Test
    void whoAsksForManyKeysLoadsAMapThatIsNotLarge() {
        EntityManagerFactory factory = albums(1, 20);
        with(factory, album -> {
            assertThat(RequestCount.during(() -> {
                        for (int i = 0; i < 20; i++) {
                            assertThat(album.byTitle().get("track " + i).number())
                                    .isEqualTo(i);
                        }
                    }))
                    .hasSizeLessThanOrEqualTo(5);
            assertThat(isLoaded(factory, album, "byTitle")).isTrue();
        });
    }

    @Test
    void aLargeMapIsNotLoadedByQuestions() {
        EntityManagerFactory factory = albums(1, 1_100);
        with(factory, album -> {
            for (int i = 0; i < 5; i++) {
                assertThat(album.byTitle().containsKey("track " + i)).isTrue();
            }
            assertThat(isLoaded(factory, album, "byTitle")).isFalse();
        });
    }

    @Test
    void anUnflushedEntryIsSeen() {
        EntityManagerFactory factory = albums(1, 20);
        factory.runInTransaction(manager -> {
            Album album = first(manager);
            album.byTitle().put("new", manager.find(Track.class, 10_001));
            assertThat(album.byTitle().get("new").number()).isEqualTo(1);
        });
        factory.runInTransaction(manager -> {
            Album album = first(manager);
            assertThat(album.byTitle().containsKey("new")).isTrue();
            Track gone = manager.find(Track.class, 10_002);
            album.byTitle().remove("track 2");
            album.ordered().remove(gone);
            album.next().clear();
            manager.remove(gone);
            assertThat(album.byTitle().get("track 2")).isNull();
            manager.flush();
            assertThat(album.byTitle().containsKey("track 2")).isFalse();
        });
    }

    @Test
    void whatIsRemovedHasLeftTheCollectionsThatAreLoadedLater() {
        EntityManagerFactory factory = albums(1, 20);
        factory.runInTransaction(manager -> {
            Album album = first(manager);
            Track gone = manager.find(Track.class, 10_002);
            manager.remove(gone);
            assertThat(album.ordered()).hasSize(19).doesNotContain(gone);
            assertThat(album.ordered().remove(gone)).isFalse();
            assertThat(album.tracks()).hasSize(19);
            assertThat(album.byTitle().remove("track 2")).isNull();
            album.next().clear();
        });
        with(factory, album -> {
            assertThat(numbers(album.ordered())).hasSize(19).doesNotContain(2).startsWith(19);
            assertThat(numbers(album.tracks())).hasSize(19).doesNotContain(2);
            assertThat(album.byTitle()).hasSize(19);
            assertThat(album.next()).isEmpty();
        });
    }
}
