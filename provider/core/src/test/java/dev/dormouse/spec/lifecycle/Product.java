package dev.dormouse.spec.lifecycle;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A product with an assigned id. */
@Entity
public class Product {

    @Id
    public @Nullable String code;

    public int price;

    @ManyToMany(mappedBy = "products")
    public Set<Order> orders = new HashSet<>();

    public Product() {}

    public Product(String code, int price) {
        this.code = code;
        this.price = price;
    }
}
