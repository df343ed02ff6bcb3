package dev.dormouse.spec.graph;

import dev.dormouse.annotation.IdArray;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entity that refers to others of its kind in every way. */
@Entity
public class Node {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "nodes")
    @SequenceGenerator(name = "nodes", sequenceName = "NODE_SEQ", initialValue = 10, allocationSize = 5)
    public @Nullable Long id;

    public @Nullable String name;

    @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
    public @Nullable Node next;

    @ManyToOne(cascade = CascadeType.PERSIST)
    public @Nullable Node eager;

    @ManyToMany(cascade = CascadeType.PERSIST)
    @JoinTable(name = "NODE_ORDERED")
    @OrderColumn(name = "pos")
    public List<Node> ordered = new ArrayList<>();

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "owner_id")
    @OrderBy("name DESC")
    public List<Leaf> leaves = new ArrayList<>();

    @OneToMany(mappedBy = "parent", cascade = CascadeType.PERSIST)
    @MapKey(name = "name")
    public Map<String, Leaf> byName = new HashMap<>();

    @ManyToMany(cascade = CascadeType.PERSIST)
    @JoinTable(name = "NODE_LABELLED")
    @MapKeyColumn(name = "label")
    public Map<String, Node> labelled = new HashMap<>();

    @OneToMany(cascade = CascadeType.PERSIST)
    @IdArray
    public List<Leaf> array = new ArrayList<>();

    public Node() {}

    public Node(String name) {
        this.name = name;
    }

    public @Nullable Node next() {
        return next;
    }

    public @Nullable String name() {
        return name;
    }
}
