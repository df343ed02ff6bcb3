package dev.dormouse.mongodb.rows;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Row 25 of what the ancestor could do: a collection of links between two others. */
final class ManyToManyRowsTest extends RawRows {

    @Entity(name = "Teacher")
    @Table(name = "teachers")
    static class Teacher {
        @Id
        int id;

        String name;

        static Teacher of(int id, String name) {
            Teacher teacher = new Teacher();
            teacher.id = id;
            teacher.name = name;
            return teacher;
        }
    }

    @Entity(name = "Student")
    @Table(name = "students")
    static class Student {
        @Id
        int id;

        String name;

        @ManyToMany(cascade = CascadeType.PERSIST)
        @JoinTable(
                name = "students_teachers",
                joinColumns = @JoinColumn(name = "origin"),
                inverseJoinColumns = @JoinColumn(name = "destination"))
        List<Teacher> teachers = new ArrayList<>();

        static Student of(int id, String name, Teacher... teachers) {
            Student student = new Student();
            student.id = id;
            student.name = name;
            student.teachers.addAll(List.of(teachers));
            return student;
        }
    }

    @Entity(name = "Pupil")
    @Table(name = "students")
    static class Pupil {
        @Id
        int id;

        @ManyToMany
        List<Teacher> teachers = new ArrayList<>();
    }

    @Test
    void row25_manyToManyIsACollectionOfLinks() {
        Teacher mcCain = Teacher.of(1, "John McCain");
        Teacher onizuka = Teacher.of(2, "Onizuka");
        EntityManagerFactory factory = unitOf(Teacher.class, Student.class);
        persist(
                factory,
                Student.of(1, "Shirou", mcCain, onizuka),
                Student.of(2, "Shun", onizuka),
                Student.of(3, "Bob", mcCain));
        assertThat(unit.documents("students"))
                .containsExactly(json("{_id: 1, name: 'Shirou'}", "{_id: 2, name: 'Shun'}", "{_id: 3, name: 'Bob'}"));
        assertThat(unit.documents("teachers"))
                .containsExactly(json("{_id: 1, name: 'John McCain'}", "{_id: 2, name: 'Onizuka'}"));
        assertThat(unit.documents("students_teachers"))
                .allMatch(link -> link.remove("_id").isObjectId())
                .containsExactlyInAnyOrder(json(
                        "{origin: 1, destination: 1}",
                        "{origin: 1, destination: 2}",
                        "{origin: 2, destination: 2}",
                        "{origin: 3, destination: 1}"));
        assertThat(unit.database().getCollection("students_teachers").listIndexes())
                .anyMatch(index -> index.get("key").equals(new Document("origin", 1).append("destination", 1))
                        && index.getBoolean("unique", false));
        factory.runInTransaction(
                manager -> manager.find(Student.class, 1).teachers.remove(manager.find(Teacher.class, 1)));
        assertThat(unit.documents("students_teachers")).hasSize(3);
    }

    @Test
    void row25_theNameByDefaultIsThatOfBothCollections() {
        Teacher teacher = Teacher.of(1, "John McCain");
        Pupil pupil = new Pupil();
        pupil.id = 1;
        pupil.teachers.add(teacher);
        persist(unitOf(Teacher.class, Pupil.class), teacher, pupil);
        assertThat(unit.documents("students_teachers"))
                .allMatch(link -> link.remove("_id").isObjectId())
                .containsExactly(json("{Pupil_id: 1, teachers_id: 1}"));
    }
}
