package dev.dormouse.benchmarks.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A node of a binary tree; its children are references of their own. */
@Entity
@Table(name = "node")
public class Node {

    @Id
    private long id;

    private int weight;

    @OneToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
    @JoinColumn(name = "left_node")
    private @Nullable Node left;

    @OneToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
    @JoinColumn(name = "right_node")
    private @Nullable Node right;

    protected Node() {}

    /** A leaf. */
    public Node(long id) {
        this.id = id;
        weight = (int) (id % 100);
    }

    public long getId() {
        return id;
    }

    public int getWeight() {
        return weight;
    }

    public @Nullable Node getLeft() {
        return left;
    }

    public void setLeft(Node left) {
        this.left = left;
    }

    public @Nullable Node getRight() {
        return right;
    }

    public void setRight(Node right) {
        this.right = right;
    }
}
