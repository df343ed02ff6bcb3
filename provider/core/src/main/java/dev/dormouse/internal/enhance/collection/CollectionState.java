package dev.dormouse.internal.enhance.collection;

import dev.dormouse.internal.enhance.EnhanceMessages;
import dev.dormouse.internal.enhance.LoadQueue;
import dev.dormouse.store.type.Truth;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The state of a persistent collection: unloaded or loaded, unchanged or dirty, attached to a loader or detached.
 *
 * <p>What changed is told from a copy that is taken before the first change, so a collection that is only read costs nothing. While it
 * is unloaded, added elements wait in a queue. Elements that were read together with those of another collection are an offer, which the loader takes back
 * when they are wanted: until then the collection is unloaded.
 */
public final class CollectionState extends LoadQueue.Link {

    private final CollectionRole role;
    private final Content content;
    private final @Nullable Object owner;
    private @Nullable CollectionLoader loader;
    private boolean isLoaded;
    private boolean isDirty;
    /** The elements as they are stored; null while the content is just that, or is not loaded. */
    private @Nullable List<?> stored;

    private @Nullable List<@Nullable Object> queued;
    private @Nullable Offer offer;
    private @Nullable Page page;
    private @Nullable Page beginning;
    private @Nullable Count count;
    private int questions;

    /**
     * What a loader keeps here of elements that nobody asked for yet.
     *
     * @param elements the elements as {@link CollectionLoader#load} returns them
     * @param moment when they were read, in the loader's own count
     */
    public record Offer(Collection<?> elements, long moment) {}

    /**
     * How many elements are stored, found together with other collections.
     *
     * @param elements how many
     * @param moment when they were counted, in the loader's own count
     * @param isUsed whether somebody asked for it: who asks again wants to know what is there now
     */
    public record Count(int elements, long moment, boolean isUsed) {}

    /**
     * Elements of a collection that is not loaded.
     *
     * @param from the index of the first
     * @param elements the elements
     * @param moment when they were read, in the loader's own count
     */
    public record Page(int from, List<?> elements, long moment) {

        /** Returns the index behind the last. */
        public int end() {
            return from + elements.size();
        }

        /** Tells whether the element at an index is among them. */
        public boolean contains(int index) {
            return index >= from && index < end();
        }
    }

    CollectionState(CollectionRole role, Content content, @Nullable Object owner, @Nullable CollectionLoader loader) {
        this.role = role;
        this.content = content;
        this.owner = owner;
        this.loader = loader;
    }

    /** Returns the attribute that the collection is the value of. */
    public CollectionRole role() {
        return role;
    }

    /** Returns the entity that holds the collection (also where an embeddable of it does). */
    public Object owner() {
        if (owner == null) {
            throw new AssertionError("a collection that came from elsewhere has no owner: " + role.description());
        }
        return owner;
    }

    /** Tells whether the collection was made as the value of this attribute of this entity. */
    public boolean isValueOf(CollectionRole attribute, Object entity) {
        return owner == entity && role.equals(attribute);
    }

    /** Tells whether the elements are there. */
    public boolean isLoaded() {
        return isLoaded;
    }

    /** Tells whether the application called a method that changed the collection since it was loaded or flushed. */
    public boolean isDirty() {
        return isDirty || queued != null;
    }

    /** Tells whether a persistence context answers for the collection. */
    public boolean isAttached() {
        return loader != null;
    }

    /** Gives the collection to a persistence context. */
    public void attach(CollectionLoader newLoader) {
        loader = newLoader;
    }

    /** Takes the collection from its persistence context: what is loaded stays, what is not can no longer be. */
    public void detach() {
        leaveQueue();
        loader = null;
        offer = null;
        page = null;
        beginning = null;
        count = null;
    }

    /** Keeps elements for the case that they are wanted. */
    public void offer(@Nullable Offer elements) {
        offer = elements;
    }

    /** Returns the elements that were kept. */
    public @Nullable Offer offer() {
        return offer;
    }

    /** Keeps elements of a list that is not loaded. */
    public void page(@Nullable Page some) {
        page = some;
    }

    /** Returns the elements that were kept. */
    public @Nullable Page page() {
        return page;
    }

    /** Keeps the first elements of a collection that is not loaded. */
    public void beginning(@Nullable Page first) {
        beginning = first;
    }

    /** Returns the first elements that were kept. */
    public @Nullable Page beginning() {
        return beginning;
    }

    /**
     * Returns the first elements with more of them.
     *
     * @param more the last of the known ones and those behind it
     * @return null if they do not fit together: somebody changed the collection meanwhile
     */
    public @Nullable Page joined(Page known, List<?> more) {
        ElementDifference difference = new ElementDifference(role);
        Object last = known.elements().get(known.end() - 1);
        if (more.isEmpty() || !difference.isSame(more.get(0), last)) {
            return null;
        }
        List<@Nullable Object> all = new ArrayList<>(known.elements());
        all.addAll(more.subList(1, more.size()));
        return difference.hasRepeated(all) ? null : new Page(0, all, known.moment());
    }

    /** Keeps how many elements there are for the case that somebody asks. */
    public void counted(@Nullable Count elements) {
        count = elements;
    }

    /** Returns what was kept. */
    public @Nullable Count counted() {
        return count;
    }

    /** Counts a question for a key that was asked before the collection is loaded, and returns how many there were. */
    public int asked() {
        return ++questions;
    }

    /**
     * Makes these the loaded and stored elements (entries for a map), without a change; what is queued comes after them. Entities that are removed already
     * leave the collection at once, as if the application had taken them out.
     */
    public void fill(Collection<?> elements) {
        leaveQueue();
        offer = null;
        page = null;
        beginning = null;
        count = null;
        content.fill(elements);
        isLoaded = true;
        isDirty = false;
        stored = null;
        Collection<?> present = loader == null ? elements : loader.present(this, elements);
        if (present.size() < elements.size()) {
            beforeChange();
            content.fill(present);
        }
        List<@Nullable Object> waiting = queued;
        queued = null;
        if (waiting != null) {
            beforeChange();
            waiting.forEach(content::append);
        }
    }

    /** Returns the elements (entries for a map) and loads them if needed. */
    public Collection<?> elements() {
        load();
        return content.elements();
    }

    /** Returns what is queued while the collection is not loaded, in order. */
    public List<@Nullable Object> queued() {
        return queued == null ? List.of() : Collections.unmodifiableList(queued);
    }

    /** Returns the elements (entries for a map) that are there now and are not stored: the queue, if not loaded. */
    public List<@Nullable Object> added() {
        if (!isLoaded) {
            return queued();
        }
        List<?> before = stored;
        return before == null ? List.of() : new ElementDifference(role).missing(content.elements(), before);
    }

    /** Returns the elements (entries for a map) that are stored and are not there now; none if not loaded. */
    public List<@Nullable Object> removed() {
        List<?> before = stored;
        return before == null ? List.of() : new ElementDifference(role).missing(before, content.elements());
    }

    /** Takes the elements as they are now for the stored ones; what was queued is stored, too. */
    public void flushed() {
        stored = null;
        queued = null;
        isDirty = false;
    }

    /** Takes nothing for stored, so that all elements are new: a collection that came with a new owner or in place of another one. */
    public void markNew() {
        load();
        stored = List.of();
        isDirty = true;
    }

    void load() {
        if (!isLoaded) {
            fill(attachedLoader().load(this));
        }
    }

    /** Is called before each change of loaded elements. */
    void beforeChange() {
        load();
        if (stored == null) {
            stored = new ArrayList<>(content.elements());
        }
        isDirty = true;
    }

    /** Adds without loading, if the attribute allows it. */
    boolean queue(@Nullable Object element) {
        if (isLoaded || loader == null || !role.mayQueueAdditions()) {
            return false;
        }
        if (queued == null) {
            queued = new ArrayList<>();
        }
        queued.add(element);
        return true;
    }

    int size() {
        if (!isLoaded) {
            int count = attachedLoader().count(this);
            if (count >= 0) {
                return count + queued().size();
            }
            load();
        }
        return content.elements().size();
    }

    boolean isEmpty() {
        if (!isLoaded) {
            Truth known = queued().isEmpty() ? attachedLoader().isEmpty(this) : Truth.FALSE;
            if (known != Truth.UNKNOWN) {
                return known == Truth.TRUE;
            }
            load();
        }
        return content.elements().isEmpty();
    }

    /** Tells whether an element is there, without loading the others if the loader can; unknown if the loaded ones must be asked. */
    Truth contains(@Nullable Object element) {
        if (isLoaded) {
            return Truth.UNKNOWN;
        }
        if (queued != null && queued.contains(element)) {
            return Truth.TRUE;
        }
        return attachedLoader().contains(this, element);
    }

    Truth containsKey(@Nullable Object key) {
        return isLoaded ? Truth.UNKNOWN : attachedLoader().containsKey(this, key);
    }

    /** Returns the value of a key in a collection; null if the loaded entries must be asked. */
    @Nullable
    Collection<?> valueOf(@Nullable Object key) {
        return isLoaded ? null : attachedLoader().valueOf(this, key);
    }

    /** Returns some elements; null if the loaded ones must be asked. */
    @Nullable
    List<?> elements(int from, int count) {
        return isLoaded || queued != null ? null : attachedLoader().elements(this, from, count);
    }

    /** Returns the first elements, more than are known of them; null if the loaded ones must be asked. */
    @Nullable
    Page beginningBehind(@Nullable Page known) {
        return isLoaded || queued != null ? null : attachedLoader().beginning(this, known);
    }

    /** Returns an iterator that loads no more than it comes to, where that is possible. */
    <E> Iterator<E> iterator(Supplier<Iterator<E>> loaded, IntSupplier changes) {
        Page first = beginningBehind(null);
        if (first == null) {
            load();
            return loaded.get();
        }
        return new PartialIterator<>(this, first, loaded, changes);
    }

    /** Returns elements with the one at an index among them, or none if there is no such; null if the loaded ones must be asked. */
    @Nullable
    Page pageWith(int index) {
        return isLoaded || queued != null ? null : attachedLoader().pageWith(this, index);
    }

    private CollectionLoader attachedLoader() {
        if (loader == null) {
            throw new PersistenceException(EnhanceMessages.NOT_LOADED.text(role.description()));
        }
        return loader;
    }
}
