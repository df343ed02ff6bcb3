package dev.dormouse.spec.extension;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An album with collections of every order, of which a part may be asked for. */
@Entity
class Album {

    static final Class<?>[] CLASSES = {Album.class, Track.class};

    @Id
    int id;

    @ManyToMany
    @JoinTable(name = "ALBUM_ORDER")
    @OrderColumn
    List<Track> ordered = new ArrayList<>();

    @OneToMany(mappedBy = "album")
    List<Track> tracks = new ArrayList<>();

    @OneToMany(mappedBy = "album")
    @OrderBy
    List<Track> byId = new ArrayList<>();

    @OneToMany(mappedBy = "album")
    @OrderBy("title, id")
    List<Track> inIndex = new ArrayList<>();

    @OneToMany(mappedBy = "album")
    @OrderBy("title desc")
    List<Track> inNoIndex = new ArrayList<>();

    @ManyToMany
    @JoinTable(name = "ALBUM_TITLE")
    @MapKeyColumn(name = "TITLE")
    Map<String, Track> byTitle = new HashMap<>();

    @ManyToMany
    @JoinTable(name = "ALBUM_CHOSEN")
    Set<Track> chosen = new HashSet<>();

    @ManyToMany
    @JoinTable(name = "ALBUM_NEXT")
    @MapKeyJoinColumn(name = "BEFORE_ID")
    Map<Track, Track> next = new HashMap<>();

    Album() {}

    /** Makes one; in the ordered list its tracks are backwards. */
    Album(int id, int count) {
        this.id = id;
        for (int i = count - 1; i >= 0; i--) {
            Track track = new Track(id * 10_000 + i, this);
            ordered.add(track);
            byTitle.put("track " + i, track);
            if (!next.isEmpty() || i < count - 1) {
                next.put(track, ordered.get(ordered.size() - 2));
            }
        }
    }

    List<Track> ordered() {
        return ordered;
    }

    List<Track> tracks() {
        return tracks;
    }

    Set<Track> chosen() {
        return chosen;
    }

    Map<String, Track> byTitle() {
        return byTitle;
    }

    Map<Track, Track> next() {
        return next;
    }

    /** A track of an album. */
    @Entity(name = "Track")
    @Table(indexes = @Index(columnList = "album_id, title"))
    static class Track {
        @Id
        int id;

        String title = "";

        @ManyToOne(fetch = FetchType.LAZY)
        Album album;

        Track() {}

        Track(int id, Album album) {
            this.id = id;
            this.album = album;
        }

        int number() {
            return id % 10_000;
        }
    }
}
