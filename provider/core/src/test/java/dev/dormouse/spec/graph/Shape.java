package dev.dormouse.spec.graph;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** The root of a hierarchy in one table. */
@Entity
@Inheritance
public abstract class Shape {

    @Id
    public @Nullable String id;

    @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
    public @Nullable Shape inside;

    protected Shape() {}

    protected Shape(String id) {
        this.id = id;
    }

    public abstract double area();

    /** A shape with a side. */
    @Entity(name = "Square")
    public static class Square extends Shape {
        public double side;

        public Square() {}

        public Square(String id, double side) {
            super(id);
            this.side = side;
        }

        @Override
        public double area() {
            return side * side;
        }
    }

    /** A shape with a radius. */
    @Entity(name = "Circle")
    public static class Circle extends Shape {
        public double radius;

        public Circle() {}

        public Circle(String id, double radius) {
            super(id);
            this.radius = radius;
        }

        @Override
        public double area() {
            return 3 * radius * radius;
        }
    }
}
