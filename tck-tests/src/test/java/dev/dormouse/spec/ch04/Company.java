package dev.dormouse.spec.ch04;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** The data that the tables of this chapter ask: three departments, six employees, four projects. */
final class Company {

    private Company() {}

    static SpecUnit unit() {
        return SpecUnit.of(
                Employee.class,
                Department.class,
                Project.class,
                ResearchProject.class,
                DesignProject.class,
                Address.class,
                Phone.class,
                Badge.class);
    }

    static void fill(EntityManager manager) {
        Department sales = department(manager, 1, "Sales", "5000.00");
        Department lab = department(manager, 2, "Lab", "7000.50");
        department(manager, 3, "Empty", null);
        Project apollo = project(manager, new ResearchProject("moon"), 1, "Apollo");
        Project gemini = project(manager, new ResearchProject(null), 2, "Gemini");
        Project canvas = project(manager, new DesignProject("pencil"), 3, "Canvas");
        project(manager, new Project(), 4, "Idle");

        Employee ada = employee(manager, 1, "Ada", "3000.00", sales, null);
        ada.grade = 9;
        ada.bonus = 100.5;
        ada.contract = Contract.FULL_TIME;
        ada.hired = LocalDate.of(2015, 3, 1);
        ada.lastSeen = LocalDateTime.of(2024, 2, 29, 23, 59, 30);
        ada.starts = LocalTime.of(8, 30);
        ada.address = new Address("Main St 1", "Oslo", "0150");
        ada.projects.addAll(List.of(apollo, canvas));
        ada.skills.addAll(List.of("java", "maths"));
        ada.nicknames.addAll(List.of("A", "Countess", "Enchantress"));
        ada.phones.putAll(Map.of("home", new Phone("+47", 111L), "work", new Phone("+47", 222L)));

        Employee bob = employee(manager, 2, "Bob", "2000.00", sales, ada);
        bob.grade = 5;
        bob.bonus = 50.0;
        bob.contract = Contract.PART_TIME;
        bob.hired = LocalDate.of(2018, 7, 15);
        bob.starts = LocalTime.of(9, 0);
        bob.address = new Address("Side_St 2", "Bergen", "5003");
        bob.projects.add(apollo);
        bob.skills.add("sql");
        bob.phones.put("home", new Phone("+44", 333L));

        Employee cyd = employee(manager, 3, "Cyd", "2500.00", lab, ada);
        cyd.grade = 7;
        cyd.contract = Contract.FULL_TIME;
        cyd.hired = LocalDate.of(2020, 1, 31);
        cyd.starts = LocalTime.of(8, 30);
        cyd.address = new Address("100% Ave", "Oslo", "0151");
        cyd.projects.addAll(List.of(apollo, gemini, canvas));
        cyd.skills.addAll(List.of("java", "sql"));
        cyd.nicknames.add("C");

        Employee dan = employee(manager, 4, "Dan", "2500.00", lab, cyd);
        dan.grade = -2;
        dan.bonus = 0.0;
        dan.contract = Contract.EXTERNAL;
        dan.hired = LocalDate.of(2021, 12, 24);
        dan.address = new Address(null, "Rome", null);

        Employee eve = employee(manager, 5, "eve", null, null, ada);
        eve.grade = 5;
        eve.active = false;

        Employee fay = employee(manager, 6, "Fay", "1000.25", lab, cyd);
        fay.active = false;
        fay.bonus = 25.0;
        fay.contract = Contract.PART_TIME;
        fay.hired = LocalDate.of(2021, 6, 30);
        fay.address = new Address("  Low St  ", "Oslo", "0150");
        fay.projects.add(gemini);

        Badge badge = new Badge();
        badge.code = "B-1";
        badge.owner = ada;
        manager.persist(badge);
    }

    private static Department department(EntityManager manager, int id, String name, String budget) {
        Department department = new Department();
        department.id = id;
        department.name = name;
        department.budget = budget == null ? null : new BigDecimal(budget);
        manager.persist(department);
        return department;
    }

    private static Project project(EntityManager manager, Project project, int id, String name) {
        project.id = id;
        project.name = name;
        manager.persist(project);
        return project;
    }

    private static Employee employee(
            EntityManager manager, long id, String name, String salary, Department department, Employee boss) {
        Employee employee = new Employee();
        employee.id = id;
        employee.name = name;
        employee.salary = salary == null ? null : new BigDecimal(salary);
        employee.department = department;
        employee.manager = boss;
        manager.persist(employee);
        return employee;
    }
}
