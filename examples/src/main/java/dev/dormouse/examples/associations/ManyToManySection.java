package dev.dormouse.examples.associations;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** Students have many teachers and teachers many students: each pair is a document of the join collection. */
final class ManyToManySection {

    private ManyToManySection() {}

    /** Who teaches. */
    @Entity(name = "Teacher")
    @Table(name = "teachers")
    static class Teacher {
        @Id
        int id;

        String name = "";

        @ManyToMany(mappedBy = "teachers")
        List<Student> students = new ArrayList<>();

        Teacher() {}

        Teacher(int id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    /** Who learns. */
    @Entity(name = "Student")
    @Table(name = "students")
    static class Student {
        @Id
        int id;

        String name = "";

        @ManyToMany
        @JoinTable(
                name = "students_teachers",
                joinColumns = @JoinColumn(name = "origin"),
                inverseJoinColumns = @JoinColumn(name = "destination"))
        List<Teacher> teachers = new ArrayList<>();

        Student() {}

        Student(int id, String name, Teacher... teachers) {
            this.id = id;
            this.name = name;
            this.teachers = new ArrayList<>(List.of(teachers));
            for (Teacher teacher : teachers) {
                teacher.students.add(this);
            }
        }
    }

    static Section get() {
        Teacher mcCain = new Teacher(1, "John McCain");
        Teacher onizuka = new Teacher(2, "Onizuka");
        return new Section(
                "many to many",
                List.of(Teacher.class, Student.class),
                """
                @ManyToMany
                @JoinTable(
                name = "students_teachers",
                joinColumns = @JoinColumn(name = "origin"),
                inverseJoinColumns = @JoinColumn(name = "destination"))
                List<Teacher> teachers = new ArrayList<>();

                @ManyToMany(mappedBy = "teachers")
                List<Student> students = new ArrayList<>();
                """,
                List.of("students", "teachers", "students_teachers"),
                List.of(
                        mcCain,
                        onizuka,
                        new Student(1, "Shirou", mcCain, onizuka),
                        new Student(2, "Shun", onizuka),
                        new Student(3, "Bob", mcCain)),
                "select s.name from Teacher t join t.students s where t.name = 'Onizuka' order by s.name");
    }
}
