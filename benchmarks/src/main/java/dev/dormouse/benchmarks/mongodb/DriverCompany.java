package dev.dormouse.benchmarks.mongodb;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Employees, departments and projects by hand: as few requests as the documents allow. */
final class DriverCompany {

    private static final int ALL_AT_ONCE = 100_000;

    private final MongoCollection<Document> departments;
    private final MongoCollection<Document> employees;
    private final MongoCollection<Document> projects;
    private final MongoCollection<Document> links;

    DriverCompany(MongoDatabase database) {
        departments = database.getCollection("department");
        employees = database.getCollection("employee");
        projects = database.getCollection("project");
        links = database.getCollection("employee_project");
    }

    private static Document one(MongoCollection<Document> collection, Bson filter) {
        return Objects.requireNonNull(collection.find(filter).limit(1).first());
    }

    private static List<Document> all(MongoCollection<Document> collection, Bson filter) {
        return collection.find(filter).batchSize(ALL_AT_ONCE).into(new ArrayList<>());
    }

    long graph(long employee) {
        Document found = one(employees, eq(employee));
        Document department = one(departments, eq(found.getLong("department")));
        long sum =
                (long) found.getInteger("salary") + department.getString("name").length();
        List<Long> ids = all(links, eq("employee", employee)).stream()
                .map(link -> link.getLong("project"))
                .toList();
        for (Document project : all(projects, in("_id", ids))) {
            sum += project.getLong("_id") + project.getString("name").length();
        }
        return sum;
    }

    long latestHired(String name) {
        long department = one(departments, eq("name", name)).getLong("_id");
        long hash = 0;
        for (Document employee : employees
                .find(eq("department", department))
                .sort(Sorts.orderBy(
                        Sorts.ascending("department"), Sorts.descending("hired", "hired:more"), Sorts.ascending("_id")))
                .limit(20)) {
            hash = 31 * hash + employee.getLong("_id");
        }
        return hash;
    }

    long members(long department) {
        one(departments, eq(department));
        long sum = 0;
        for (Document employee : all(employees, eq("department", department))) {
            sum += employee.getLong("_id") + employee.getInteger("salary");
        }
        return sum;
    }

    long names(String project) {
        long id = one(projects, eq("name", project)).getLong("_id");
        List<Long> ids = all(links, eq("project", id)).stream()
                .map(link -> link.getLong("employee"))
                .toList();
        long sum = 0;
        for (Document employee :
                employees.find(in("_id", ids)).projection(include("name")).batchSize(ALL_AT_ONCE)) {
            sum += employee.getString("name").hashCode();
        }
        return sum;
    }

    long bestPaid(long firstDepartment) {
        Map<Long, long[]> best = new HashMap<>();
        for (Document employee : employees
                .find(and(gte("department", firstDepartment), lte("department", firstDepartment + 9)))
                .projection(include("department", "salary"))
                .batchSize(ALL_AT_ONCE)) {
            int salary = employee.getInteger("salary");
            long[] known = best.computeIfAbsent(employee.getLong("department"), department -> new long[2]);
            if (salary > known[0]) {
                known[0] = salary;
                known[1] = employee.getLong("_id");
            } else if (salary == known[0]) {
                known[1] += employee.getLong("_id");
            }
        }
        return best.values().stream().mapToLong(found -> found[1]).sum();
    }

    long groups() {
        Map<Long, String> names = new HashMap<>();
        departments
                .find()
                .batchSize(ALL_AT_ONCE)
                .forEach(department -> names.put(department.getLong("_id"), department.getString("name")));
        long sum = 0;
        for (Document group : employees
                .aggregate(List.of(Aggregates.group(
                        "$department", Accumulators.sum("count", 1L), Accumulators.sum("salaries", "$salary"))))
                .batchSize(ALL_AT_ONCE)) {
            sum += group.getLong("count")
                    + group.get("salaries", Number.class).longValue()
                    + Objects.requireNonNull(names.get(group.getLong("_id"))).length();
        }
        return sum;
    }
}
