package dev.dormouse.store.writeset;

import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An ordered map from encoded keys to values whose copies cost nothing: a balanced tree that is changed in place as long as only one map uses it, and
 * copied along the path of a change where it is shared. A {@link Walk} sees the map as it was when the walk began. Not thread-safe; a copy may go to another
 * thread.
 *
 * @param <V> the values
 */
public final class KeyMap<V> {

    private static final class Node<V> {
        private final Object owner;
        private long head;
        private byte[] key;
        private V value;
        private @Nullable Node<V> left;
        private @Nullable Node<V> right;
        private int height = 1;

        private Node(Object owner, long head, byte[] key, V value) {
            this.owner = owner;
            this.head = head;
            this.key = key;
            this.value = value;
        }
    }

    private @Nullable Node<V> root;
    private int size;
    private Object owner = new Object();
    private @Nullable V replaced;

    /** No key is above this one: rising keys are found and put without a comparison a level. */
    private byte @Nullable [] highest;

    /** Makes an empty map. */
    public KeyMap() {}

    /** Returns a map with the same content that changes on its own. */
    public KeyMap<V> copy() {
        KeyMap<V> copy = new KeyMap<>();
        copy.root = root;
        copy.size = size;
        copy.highest = highest;
        owner = new Object();
        return copy;
    }

    /** Returns the number of keys. */
    public int size() {
        return size;
    }

    /** Returns the value of a key, or null. */
    public @Nullable V get(KeyBuffer key) {
        return get(key.array(), key.length());
    }

    /** Returns the value of a key, or null. */
    public @Nullable V get(byte[] key) {
        return get(key, key.length);
    }

    private @Nullable V get(byte[] key, int length) {
        byte[] top = highest;
        if (top == null || Arrays.compareUnsigned(key, 0, length, top, 0, top.length) > 0) {
            return null;
        }
        long head = KeyHead.of(key, length);
        Node<V> node = root;
        while (node != null) {
            int order = KeyHead.compare(head, key, length, node.head, node.key);
            if (order == 0) {
                return node.value;
            }
            node = order < 0 ? node.left : node.right;
        }
        return null;
    }

    /** Sets the value of a key, which the map keeps, and returns the one before. */
    public @Nullable V put(byte[] key, V value) {
        replaced = null;
        byte[] top = highest;
        if (top == null || Arrays.compareUnsigned(key, top) > 0) {
            highest = key;
            root = putLast(root, KeyHead.of(key, key.length), key, value);
        } else {
            root = put(root, KeyHead.of(key, key.length), key, value);
        }
        if (replaced == null) {
            size++;
        }
        return replaced;
    }

    private Node<V> putLast(@Nullable Node<V> node, long head, byte[] key, V value) {
        if (node == null) {
            return new Node<>(owner, head, key, value);
        }
        Node<V> own = owned(node);
        own.right = putLast(own.right, head, key, value);
        return balanced(own);
    }

    private Node<V> put(@Nullable Node<V> node, long head, byte[] key, V value) {
        if (node == null) {
            return new Node<>(owner, head, key, value);
        }
        int order = KeyHead.compare(head, key, node.head, node.key);
        Node<V> own = owned(node);
        if (order == 0) {
            replaced = own.value;
            own.value = value;
            return own;
        }
        if (order < 0) {
            own.left = put(own.left, head, key, value);
        } else {
            own.right = put(own.right, head, key, value);
        }
        return balanced(own);
    }

    /** Removes a key and returns its value, or null. */
    public @Nullable V remove(byte[] key) {
        V value = get(key);
        if (value != null) {
            root = remove(root, key);
            size--;
        }
        return value;
    }

    private @Nullable Node<V> remove(@Nullable Node<V> node, byte[] key) {
        if (node == null) {
            throw new AssertionError("the key was there");
        }
        int order = Arrays.compareUnsigned(key, node.key);
        if (order == 0 && node.left == null) {
            return node.right;
        }
        if (order == 0 && node.right == null) {
            return node.left;
        }
        Node<V> own = owned(node);
        if (order < 0) {
            own.left = remove(own.left, key);
        } else if (order > 0) {
            own.right = remove(own.right, key);
        } else {
            Node<V> next = lowest(own.right);
            own.head = next.head;
            own.key = next.key;
            own.value = next.value;
            own.right = remove(own.right, next.key);
        }
        return balanced(own);
    }

    private static <V> Node<V> lowest(@Nullable Node<V> node) {
        if (node == null) {
            throw new AssertionError("a node with two sides has a next one");
        }
        Node<V> lowest = node;
        for (Node<V> next = lowest.left; next != null; next = next.left) {
            lowest = next;
        }
        return lowest;
    }

    /** Removes everything. */
    public void clear() {
        root = null;
        size = 0;
        highest = null;
    }

    private Node<V> owned(Node<V> node) {
        if (node.owner == owner) {
            return node;
        }
        Node<V> copy = new Node<>(owner, node.head, node.key, node.value);
        copy.left = node.left;
        copy.right = node.right;
        copy.height = node.height;
        return copy;
    }

    private static int height(@Nullable Node<?> node) {
        return node == null ? 0 : node.height;
    }

    private static void measure(Node<?> node) {
        node.height = Math.max(height(node.left), height(node.right)) + 1;
    }

    private Node<V> balanced(Node<V> node) {
        int lean = height(node.left) - height(node.right);
        if (lean > 1 && node.left != null) {
            if (height(node.left.left) < height(node.left.right)) {
                node.left = turnedLeft(owned(node.left));
            }
            return turnedRight(node);
        }
        if (lean < -1 && node.right != null) {
            if (height(node.right.right) < height(node.right.left)) {
                node.right = turnedRight(owned(node.right));
            }
            return turnedLeft(node);
        }
        measure(node);
        return node;
    }

    private Node<V> turnedRight(Node<V> node) {
        if (node.left == null) {
            throw new AssertionError("nothing to turn around");
        }
        Node<V> up = owned(node.left);
        node.left = up.right;
        up.right = node;
        measure(node);
        measure(up);
        return up;
    }

    private Node<V> turnedLeft(Node<V> node) {
        if (node.right == null) {
            throw new AssertionError("nothing to turn around");
        }
        Node<V> up = owned(node.right);
        node.right = up.left;
        up.left = node;
        measure(node);
        measure(up);
        return up;
    }

    /** Begins a walk over the map as it is now. */
    public Walk<V> walk(KeyRange range, boolean reverse) {
        owner = new Object();
        return new Walk<>(root, range, reverse);
    }

    /**
     * Visits the keys of a range in order. Not thread-safe.
     *
     * @param <V> the values
     */
    public static final class Walk<V> {

        private final @Nullable Node<V> root;
        private final boolean reverse;
        private final Node<V>[] path;
        private int depth;
        private @Nullable Node<V> current;
        private byte @Nullable [] end;

        @SuppressWarnings({"unchecked", "rawtypes"})
        private Walk(@Nullable Node<V> root, KeyRange range, boolean reverse) {
            this.root = root;
            this.reverse = reverse;
            this.path = new Node[height(root)];
            restart(range);
        }

        /** Starts again before the first key of another range. */
        public void restart(KeyRange range) {
            depth = 0;
            current = null;
            end = reverse ? range.lower() : range.upper();
            if (range.isEmpty()) {
                return;
            }
            byte[] start = reverse ? range.upper() : range.lower();
            Node<V> node = root;
            while (node != null) {
                boolean before = start != null
                        && (reverse
                                ? Arrays.compareUnsigned(node.key, start) >= 0
                                : Arrays.compareUnsigned(node.key, start) < 0);
                if (!before) {
                    path[depth++] = node;
                }
                node = before == reverse ? node.left : node.right;
            }
        }

        /** Moves to the next key; false at the end, and ever after. */
        public boolean next() {
            if (depth == 0) {
                current = null;
                return false;
            }
            Node<V> node = path[--depth];
            if (end != null
                    && (reverse
                            ? Arrays.compareUnsigned(node.key, end) < 0
                            : Arrays.compareUnsigned(node.key, end) >= 0)) {
                depth = 0;
                current = null;
                return false;
            }
            current = node;
            for (Node<V> below = reverse ? node.left : node.right;
                    below != null;
                    below = reverse ? below.right : below.left) {
                path[depth++] = below;
            }
            return true;
        }

        private Node<V> current() {
            if (current == null) {
                throw new AssertionError("the walk is at no key");
            }
            return current;
        }

        /** Returns the key, which nobody may change. */
        public byte[] key() {
            return current().key;
        }

        /** Returns the value. */
        public V value() {
            return current().value;
        }
    }
}
