package dev.dormouse.spec.ch02;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sections 2.11 and 2.12, inheritance, with the strategy of a single table. */
final class InheritanceTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(
            Vehicle.class,
            Car.class,
            Van.class,
            Bike.class,
            Garage.class,
            Audited.class,
            Note.class,
            Memo.class,
            Shape.class,
            Circle.class,
            Square.class);

    @BeforeEach
    void vehicles() {
        Garage garage = new Garage();
        garage.id = 1;
        Car car = new Car();
        car.id = 1;
        car.wheels = 4;
        car.doors = 5;
        car.garage = garage;
        Van van = new Van();
        van.id = 2;
        van.wheels = 6;
        van.doors = 3;
        van.load = 900;
        van.garage = garage;
        Bike bike = new Bike();
        bike.id = 3;
        bike.wheels = 2;
        bike.bell = true;
        unit.persist(garage, car, van, bike);
    }

    @Test
    void findByTheRootClassGivesTheSubclass() {
        unit.run(manager -> {
            assertThat(manager.find(Vehicle.class, 1)).isExactlyInstanceOf(Car.class);
            assertThat(manager.find(Vehicle.class, 2)).isExactlyInstanceOf(Van.class);
            assertThat(manager.find(Car.class, 2)).isExactlyInstanceOf(Van.class);
            assertThat(((Van) manager.find(Vehicle.class, 2)).load).isEqualTo(900);
            assertThat(manager.find(Vehicle.class, 3).wheels).isEqualTo(2);
        });
    }

    @Test
    void findByAnotherSubclassFindsNothing() {
        unit.run(manager -> {
            assertThat(manager.find(Bike.class, 1)).isNull();
            assertThat(manager.find(Van.class, 1)).isNull();
        });
    }

    @Test
    void queriesArePolymorphic() {
        unit.run(manager -> {
            assertThat(manager.createQuery("SELECT v.id FROM Vehicle v", Integer.class)
                            .getResultList())
                    .containsExactlyInAnyOrder(1, 2, 3);
            assertThat(manager.createQuery("SELECT c.id FROM Car c", Integer.class)
                            .getResultList())
                    .containsExactlyInAnyOrder(1, 2);
            assertThat(manager.createQuery("SELECT b.id FROM Bike b", Integer.class)
                            .getResultList())
                    .containsExactly(3);
        });
    }

    @Test
    void relationshipsArePolymorphic() {
        unit.run(manager -> assertThat(manager.find(Garage.class, 1).parked)
                .containsExactlyInAnyOrder(manager.find(Car.class, 1), manager.find(Van.class, 2)));
    }

    @Test
    void aLazyReferenceToTheRootEndsInTheSubclass() {
        unit.run(manager -> {
            Vehicle reference = manager.getReference(Vehicle.class, 2);
            assertThat(reference.wheels()).isEqualTo(6);
            assertThat(manager.find(Van.class, 2).load).isEqualTo(900);
        });
    }

    @Test
    void subclassesAreUpdatedAndRemoved() {
        unit.run(manager -> {
            manager.find(Van.class, 2).load = 100;
            manager.remove(manager.find(Vehicle.class, 3));
        });
        unit.run(manager -> {
            assertThat(manager.find(Van.class, 2).load).isEqualTo(100);
            assertThat(manager.find(Van.class, 2).doors).isEqualTo(3);
            assertThat(manager.find(Vehicle.class, 3)).isNull();
        });
    }

    @Test
    void aMappedSuperclassGivesItsMappings() {
        Note note = new Note();
        note.id = 1;
        note.author = "ada";
        note.text = "t";
        Memo memo = new Memo();
        memo.id = 1;
        memo.author = "bob";
        unit.persist(note, memo);

        unit.run(manager -> {
            assertThat(manager.find(Note.class, 1).author).isEqualTo("ada");
            assertThat(manager.find(Memo.class, 1).author).isEqualTo("bob");
            assertThat(manager.createQuery("SELECT m.author FROM Memo m", String.class)
                            .getResultList())
                    .containsExactly("bob");
            manager.find(Note.class, 1).text = "u";
        });
        unit.run(manager -> assertThat(manager.find(Note.class, 1).version).isGreaterThan(note.version));
    }

    @Test
    void aMappedSuperclassIsNoEntity() {
        unit.read(manager -> {
            assertThatIllegalArgumentException().isThrownBy(() -> manager.find(Audited.class, 1));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> manager.createQuery("SELECT a FROM Audited a", Audited.class));
        });
    }

    @Test
    void stateOfASuperclassThatIsNotMappedIsTransient() {
        Square square = new Square();
        square.id = 1;
        square.side = 3;
        square.lost = "gone";
        unit.persist(square);

        unit.run(manager -> {
            Square found = manager.find(Square.class, 1);
            assertThat(found.side).isEqualTo(3);
            assertThat(found.lost).isNull();
        });
    }

    @Test
    void anAbstractEntityIsQueried() {
        Square square = new Square();
        square.id = 1;
        Circle circle = new Circle();
        circle.id = 2;
        circle.radius = 1.5;
        unit.persist(square, circle);

        unit.run(manager -> {
            List<Shape> shapes = manager.createQuery("SELECT s FROM Shape s ORDER BY s.id", Shape.class)
                    .getResultList();
            assertThat(shapes.get(0)).isExactlyInstanceOf(Square.class);
            assertThat(shapes.get(1)).isExactlyInstanceOf(Circle.class);
            assertThat(manager.createQuery("SELECT s.id FROM Shape s WHERE TYPE(s) = Circle", Integer.class)
                            .getResultList())
                    .containsExactly(2);
        });
    }

    @Entity
    public static class Vehicle {
        @Id
        int id;

        int wheels;

        @ManyToOne
        Garage garage;

        public int wheels() {
            return wheels;
        }
    }

    @Entity
    public static class Car extends Vehicle {
        int doors;
    }

    @Entity
    public static class Van extends Car {
        Integer load;
    }

    @Entity
    public static class Bike extends Vehicle {
        boolean bell;
    }

    @Entity
    public static class Garage {
        @Id
        int id;

        @OneToMany(mappedBy = "garage")
        Set<Vehicle> parked = new HashSet<>();
    }

    @MappedSuperclass
    public abstract static class Audited {
        @Id
        int id;

        String author;

        @Version
        int version;
    }

    @Entity
    public static class Note extends Audited {
        String text;
    }

    @Entity
    @AttributeOverride(name = "author", column = @Column(name = "written_by"))
    public static class Memo extends Audited {
        String reader;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    @DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.INTEGER)
    public abstract static class Shape {
        @Id
        int id;
    }

    @Entity
    @DiscriminatorValue("1")
    public static class Circle extends Shape {
        double radius;
    }

    public abstract static class Plain extends Shape {
        String lost;
    }

    @Entity
    @DiscriminatorValue("2")
    public static class Square extends Plain {
        int side;
    }
}
