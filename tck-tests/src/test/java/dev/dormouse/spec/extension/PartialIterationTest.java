package dev.dormouse.spec.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.spec.RequestCount;
import dev.dormouse.spec.SpecUnit;
import dev.dormouse.spec.extension.Album.Track;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An iteration over a large collection reads as far as it goes: counted in requests to the store. */
final class PartialIterationTest {

    /** One more page than the first. */
    private static final int LARGE = 90;
    /** Two more. */
    private static final int LARGER = 270;

    private static final int FIRST_ID = 10_000;

    /** Kinds of collections that are read in parts. */
    enum Kind {
        INVERSE(Album::tracks, (album, track) -> {}, 1),
        ORDERED(Album::ordered, (album, track) -> album.ordered.add(track), 2),
        SET(Album::chosen, (album, track) -> album.chosen.add(track), 2),
        MAP(
                album -> album.byTitle().values(),
                (album, track) -> album.byTitle.put("track " + track.number(), track),
                2);

        private final Function<Album, Collection<Track>> elements;
        private final BiConsumer<Album, Track> add;
        private final int requestsAPage;

        Kind(Function<Album, Collection<Track>> elements, BiConsumer<Album, Track> add, int requestsAPage) {
            this.elements = elements;
            this.add = add;
            this.requestsAPage = requestsAPage;
        }

        Collection<Track> of(Album album) {
            return elements.apply(album);
        }

        String attribute() {
            return switch (this) {
                case INVERSE -> "tracks";
                case ORDERED -> "ordered";
                case SET -> "chosen";
                case MAP -> "byTitle";
            };
        }
    }

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

    private EntityManagerFactory album(Kind kind, int tracks) {
        EntityManagerFactory factory = unit.create(url, Map.of("dormouse.fetch.batch-size", "64"));
        factory.runInTransaction(manager -> {
            Album album = new Album(1, 0);
            manager.persist(album);
            for (int i = 0; i < tracks; i++) {
                Track track = new Track(FIRST_ID + i, album);
                manager.persist(track);
                kind.add.accept(album, track);
            }
        });
        return factory;
    }

    private static Album first(EntityManager manager) {
        return manager.find(Album.class, 1);
    }

    private static boolean isLoaded(EntityManagerFactory factory, Album album, Kind kind) {
        return factory.getPersistenceUnitUtil().isLoaded(album, kind.attribute());
    }

    /** Iterates over so many elements. */
    private static List<Track> some(Iterable<Track> tracks, int count) {
        List<Track> some = new ArrayList<>();
        for (Track track : tracks) {
            if (some.size() == count) {
                break;
            }
            some.add(track);
        }
        return some;
    }

    private static List<Track> all(Iterable<Track> tracks) {
        return some(tracks, Integer.MAX_VALUE);
    }

    private static void assertAll(Collection<Track> tracks, int count) {
        assertThat(tracks.stream().map(track -> track.id).sorted().toList())
                .isEqualTo(IntStream.range(FIRST_ID, FIRST_ID + count).boxed().toList());
    }

    @ParameterizedTest
    @EnumSource
    void whoStopsEarlyReadsAPage(Kind kind) {
        EntityManagerFactory factory = album(kind, LARGE);
        unit.read(factory, manager -> {
            Album album = first(manager);
            List<Track> some = new ArrayList<>();
            assertThat(RequestCount.during(() -> some.addAll(some(kind.of(album), 10))))
                    .hasSize(kind.requestsAPage);
            assertThat(isLoaded(factory, album, kind)).isFalse();
            assertThat(some).hasSize(10).allSatisfy(track -> assertThat(manager.find(Track.class, track.id))
                    .isSameAs(track));
            assertThat(RequestCount.during(
                            () -> assertThat(some(kind.of(album), 10)).isEqualTo(some)))
                    .isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void whoGoesOnHasLoadedTheCollection(Kind kind) {
        EntityManagerFactory factory = album(kind, LARGER);
        unit.read(factory, manager -> {
            Album album = first(manager);
            List<Track> all = new ArrayList<>();
            assertThat(RequestCount.during(() -> all.addAll(all(kind.of(album)))))
                    .hasSize(3 * kind.requestsAPage);
            assertAll(all, LARGER);
            if (kind == Kind.ORDERED) {
                assertThat(all).isSortedAccordingTo((a, b) -> Integer.compare(a.id, b.id));
            }
            assertThat(isLoaded(factory, album, kind)).isTrue();
            assertThat(RequestCount.during(() -> assertThat(all(kind.of(album))).isEqualTo(all)))
                    .isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aSmallCollectionIsLoadedAtOnce(Kind kind) {
        EntityManagerFactory factory = album(kind, 5);
        unit.read(factory, manager -> {
            Album album = first(manager);
            assertThat(RequestCount.during(() -> some(kind.of(album), 1))).hasSize(kind.requestsAPage);
            assertThat(isLoaded(factory, album, kind)).isTrue();
            assertAll(kind.of(album), 5);
        });
    }

    @ParameterizedTest
    @EnumSource
    void streamsReadAsFarAsTheyGo(Kind kind) {
        EntityManagerFactory factory = album(kind, LARGE);
        unit.read(factory, manager -> {
            Album album = first(manager);
            assertThat(RequestCount.during(
                            () -> assertThat(kind.of(album).stream().limit(20).toList())
                                    .hasSize(20)))
                    .hasSize(kind.requestsAPage + (kind == Kind.MAP ? 1 : 0)); // the values of a map are counted first
            assertThat(isLoaded(factory, album, kind)).isFalse();
            assertAll(kind.of(album).parallelStream().toList(), LARGE);
        });
    }

    @ParameterizedTest
    @EnumSource
    void anElementIsRemovedWhereItIsMet(Kind kind) {
        EntityManagerFactory factory = album(kind, LARGE);
        factory.runInTransaction(manager -> {
            Iterator<Track> tracks = kind.of(first(manager)).iterator();
            assertThatThrownBy(tracks::remove).isInstanceOf(IllegalStateException.class);
            while (tracks.hasNext()) {
                Track track = tracks.next();
                if (track.number() % 2 == 1) {
                    tracks.remove();
                    track.album = null;
                }
            }
        });
        unit.read(factory, manager -> assertThat(all(kind.of(first(manager))))
                .hasSize(LARGE / 2)
                .allMatch(track -> track.number() % 2 == 0));
    }

    @Test
    void aListThatAnIndexHasInItsOrderIsReadInParts() {
        EntityManagerFactory factory = album(Kind.INVERSE, LARGE);
        factory.runInTransaction(
                manager -> first(manager).tracks().forEach(track -> track.title = "track " + track.number() % 7));
        Comparator<Track> byTitle = Comparator.comparing(track -> track.title);
        Comparator<Track> byId = Comparator.comparing(track -> track.id);
        unit.read(factory, manager -> {
            Album album = first(manager);
            assertPart(album.byId, byId);
            assertPart(album.inIndex, byTitle.thenComparing(byId));
            assertThat(factory.getPersistenceUnitUtil().isLoaded(album, "inIndex"))
                    .isFalse();
            assertThat(RequestCount.during(() -> some(album.inNoIndex, 3))).hasSize(1);
            assertThat(factory.getPersistenceUnitUtil().isLoaded(album, "inNoIndex"))
                    .isTrue();
            assertThat(album.inNoIndex).hasSize(LARGE).isSortedAccordingTo(byTitle.reversed());
        });
        unit.read(factory, manager -> assertThat(all(first(manager).inIndex))
                .hasSize(LARGE)
                .isSortedAccordingTo(byTitle.thenComparing(byId)));
    }

    private static void assertPart(List<Track> tracks, Comparator<Track> order) {
        assertThat(RequestCount.during(
                        () -> assertThat(some(tracks, 30)).hasSize(30).isSortedAccordingTo(order)))
                .hasSize(1);
        List<Track> page = tracks.subList(20, 60);
        assertThat(page).hasSize(40).isSortedAccordingTo(order);
        assertThat(page.subList(0, 10)).isEqualTo(some(tracks, 30).subList(20, 30));
        assertThat(tracks.get(75)).isNotNull();
    }

    @Test
    void aChangeMeanwhileEndsTheIteration() {
        EntityManagerFactory factory = album(Kind.INVERSE, LARGE);
        List<Consumer<Album>> changes = List.of(
                album -> album.tracks().add(new Track(1, album)),
                album -> album.tracks().remove(3),
                album -> album.tracks().clear());
        for (Consumer<Album> change : changes) {
            unit.read(factory, manager -> {
                Album album = first(manager);
                Iterator<Track> tracks = album.tracks().iterator();
                tracks.next();
                change.accept(album);
                assertThatThrownBy(tracks::next).isInstanceOf(ConcurrentModificationException.class);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatOthersChangeMeanwhileGivesNoElementTwice(Kind kind) {
        EntityManagerFactory factory = album(kind, LARGE);
        unit.read(factory, manager -> {
            Iterator<Track> tracks = kind.of(first(manager)).iterator();
            List<Track> given = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                given.add(tracks.next());
            }
            int gone = given.get(0).id;
            int moved = given.get(1).id;
            factory.runInTransaction(other -> {
                Album album = first(other);
                Track removed = other.find(Track.class, gone);
                kind.of(album).remove(removed);
                removed.album = null;
                if (kind == Kind.ORDERED) {
                    Track last = other.find(Track.class, moved);
                    album.ordered.remove(last);
                    album.ordered.add(last);
                }
            });
            tracks.forEachRemaining(given::add);
            assertAll(given, LARGE);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aFlushMeanwhileIsNoObstacle(Kind kind) {
        EntityManagerFactory factory = album(kind, LARGE);
        factory.runInTransaction(manager -> {
            Album album = first(manager);
            List<Track> given = new ArrayList<>();
            for (Track track : kind.of(album)) {
                given.add(track);
                if (given.size() % 40 == 0) {
                    track.title = "flushed";
                    manager.persist(new Track(FIRST_ID + LARGE + given.size(), album));
                    manager.flush();
                }
            }
            assertThat(given).startsWith(given.get(0)).hasSizeBetween(LARGE, LARGE + 3);
            assertThat(new HashSet<>(given)).hasSameSizeAs(given);
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDetachedMeanwhileIsAllThere(Kind kind) {
        EntityManagerFactory factory = album(kind, LARGE);
        unit.read(factory, manager -> {
            Album album = first(manager);
            List<Track> given = new ArrayList<>();
            for (Track track : kind.of(album)) {
                given.add(track);
                if (given.size() == 7) {
                    manager.clear();
                }
            }
            assertAll(given, LARGE);
            assertAll(kind.of(album), LARGE);
        });
    }

    @Test
    void allElementsMayBeRemovedWhileTheyAreWalked() {
        EntityManagerFactory factory = album(Kind.INVERSE, LARGE);
        factory.runInTransaction(manager -> {
            for (Track track : first(manager).tracks()) {
                manager.remove(track);
            }
        });
        unit.read(factory, manager -> assertThat(manager.createQuery("select count(t) from Track t", Long.class)
                        .getSingleResult())
                .isZero());
    }
}
