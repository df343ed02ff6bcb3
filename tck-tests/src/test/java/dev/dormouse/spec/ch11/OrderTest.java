package dev.dormouse.spec.ch11;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sections 11.1.42 and 11.1.43, OrderBy and OrderColumn. */
final class OrderTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(Course.class, Student.class, Grade.class);

    @BeforeEach
    void oneCourse() {
        Course course = new Course();
        course.id = 1;
        Object[][] students = {{3, "Bob", 1}, {1, "Cyd", 2}, {2, "Ada", 2}, {4, "Bob", 3}};
        unit.run(manager -> {
            for (Object[] row : students) {
                Student student = new Student();
                student.id = (int) row[0];
                student.name = (String) row[1];
                student.year = (int) row[2];
                student.course = course;
                course.byKey.add(student);
                course.byName.add(student);
                course.byYear.add(student);
                course.queue.add(student);
                course.seats.add(student);
                manager.persist(student);
            }
            course.words.addAll(List.of("b", "c", "a"));
            course.down.addAll(List.of(2, 3, 1));
            course.grades.add(new Grade("art", 2));
            course.grades.add(new Grade("pe", 1));
            manager.persist(course);
        });
    }

    private void course(Consumer<Course> work) {
        unit.run(manager -> work.accept(manager.find(Course.class, 1)));
    }

    private static List<Integer> ids(Iterable<Student> students) {
        List<Integer> ids = new ArrayList<>();
        students.forEach(student -> ids.add(student.getId()));
        return ids;
    }

    @Test
    void orderByWithoutItemsIsByKey() {
        course(c -> assertThat(ids(c.byKey)).containsExactly(1, 2, 3, 4));
    }

    @Test
    void orderByAttributesUpAndDown() {
        course(c -> assertThat(ids(c.byName)).containsExactly(2, 4, 3, 1));
    }

    @Test
    void orderByInASet() {
        course(c -> assertThat(ids(c.byYear)).containsExactly(4, 1, 2, 3));
    }

    @Test
    void orderByOfBasicElements() {
        course(c -> {
            assertThat(c.words).containsExactly("a", "b", "c");
            assertThat(c.down).containsExactly(3, 2, 1);
        });
    }

    @Test
    void orderByOfEmbeddableElements() {
        course(c -> assertThat(c.grades).containsExactly(new Grade("pe", 1), new Grade("art", 2)));
    }

    @Test
    void orderByIsSeenAfterReload() {
        unit.run(manager -> {
            Student fresh = new Student();
            fresh.id = 9;
            fresh.name = "Aaa";
            fresh.course = manager.find(Course.class, 1);
            manager.persist(fresh);
            fresh.course.byName.add(fresh);
        });
        course(c -> assertThat(ids(c.byName)).containsExactly(9, 2, 4, 3, 1));
    }

    @Test
    void anOrderColumnKeepsTheOrderOfAJoinTable() {
        course(c -> assertThat(ids(c.queue)).containsExactly(3, 1, 2, 4));
        course(c -> Collections.swap(c.queue, 0, 3));
        course(c -> assertThat(ids(c.queue)).containsExactly(4, 1, 2, 3));
        course(c -> c.queue.remove(1));
        course(c -> assertThat(ids(c.queue)).containsExactly(4, 2, 3));
        course(c -> c.queue.add(1, c.queue.get(2)));
        course(c -> assertThat(ids(c.queue)).containsExactly(4, 3, 2, 3));
    }

    @Test
    void anOrderColumnKeepsTheOrderOfAForeignKey() {
        course(c -> assertThat(ids(c.seats)).containsExactly(3, 1, 2, 4));
        course(c -> c.seats.add(0, c.seats.remove(3)));
        course(c -> assertThat(ids(c.seats)).containsExactly(4, 3, 1, 2));
    }

    @Test
    void theIndexIsQueried() {
        unit.run(manager -> assertThat(manager.createQuery(
                                "SELECT s.id FROM Course c JOIN c.queue s WHERE INDEX(s) BETWEEN 1 AND 2 ORDER BY INDEX(s)",
                                Integer.class)
                        .getResultList())
                .containsExactly(1, 2));
    }

    @Embeddable
    public record Grade(String subject, int mark) {}

    @Entity
    public static class Course {
        @Id
        int id;

        @OneToMany(mappedBy = "course")
        @OrderBy
        List<Student> byKey = new ArrayList<>();

        @OneToMany(mappedBy = "course")
        @OrderBy("name ASC, id DESC")
        List<Student> byName = new ArrayList<>();

        @OneToMany(mappedBy = "course")
        @OrderBy("year DESC, id")
        Set<Student> byYear = new LinkedHashSet<>();

        @ManyToMany
        @OrderColumn(name = "place")
        List<Student> queue = new ArrayList<>();

        @OneToMany
        @JoinColumn(name = "seat_course")
        @OrderColumn
        List<Student> seats = new ArrayList<>();

        @ElementCollection
        @OrderBy
        List<String> words = new ArrayList<>();

        @ElementCollection
        @OrderBy("DESC")
        List<Integer> down = new ArrayList<>();

        @ElementCollection
        @OrderBy("mark")
        List<Grade> grades = new ArrayList<>();
    }

    @Entity
    public static class Student {
        @Id
        int id;

        String name;
        int year;

        @ManyToOne
        Course course;

        public int getId() {
            return id;
        }
    }
}
