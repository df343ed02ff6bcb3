package dev.dormouse.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plans that queries become before any rule of the optimizer has seen them. */
class PlanTextTest {

    private static void assertPlan(String query, String plan) {
        assertThat(CompanyDomain.plan(query)).isEqualTo(plan);
    }

    @Test
    void aPathIsJoinedOnceAndAForeignKeyIsReadWithoutJoin() {
        assertPlan(
                """
                select e.name from Employee e
                where e.department.code = 'S' and e.department.name = 'x' and e.department.budget > 1""",
                """
                Project e.name
                  Filter e.department_code = 'S' and e.department.name = 'x' and e.department.budget > 1
                    Join inner on e.department.code = e.department_code
                      Scan Employee e
                      Scan Department e.department
                """);
    }

    @Test
    void aCompositeForeignKeyIsReadWithoutJoin() {
        assertPlan(
                "select v.id from Visit v where v.badge.id.site = 'n'",
                """
                Project v.id
                  Filter v.badge_site = 'n'
                    Scan Visit v
                """);
        assertPlan(
                "select v from Visit v where v.badge = :badge",
                """
                Project v
                  Filter v.badge_site = :badge.id.site and v.badge_number = :badge.id.number
                    Scan Visit v
                """);
    }

    @Test
    void pathsOfAnOnConditionAreJoinedOnTheSideThatTheyBelongTo() {
        assertPlan(
                """
                select d.name, e.name
                from Department d left join d.employees e on e.manager.name = 'Eve' and d.budget > e.salary""",
                """
                Project d.name, e.name
                  Join left on e.department_code = d.code and e.manager.name = 'Eve' and d.budget > cast(e.salary as DECIMAL)
                    Scan Department d
                    Join inner on e.manager.id = e.manager_id
                      Scan Employee e
                      Scan Employee e.manager
                """);
    }

    @Test
    void theKeyOfAFetchedMapIsJoinedAboveThePage() {
        assertPlan(
                "select p from Project p left join fetch p.contacts order by p.name",
                """
                Project p, p.contacts, key(p.contacts*)
                  Join left on key(p.contacts*).code = p.contacts*.contacts_KEY
                    Join left on p.contacts.id = p.contacts*.contacts_id
                      Join left on p.contacts*.Project_id = p.id
                        Sort p.name
                          Scan Project p
                        Scan CONTACT p.contacts*
                      Scan Employee p.contacts
                    Scan Department key(p.contacts*)
                """);
    }

    @Test
    void aGroupedEntityStandsForItsFields() {
        assertPlan(
                """
                select e, count(p) from Employee e join e.projects p where p.name like :n
                group by e having count(p) > 1 order by count(p) desc, e.name""",
                """
                Project e#2, count
                  Sort count desc, e#2.name
                    Filter count > 1
                      Aggregate count = count(p.id) by e#2 = e
                        Filter p.name like :n
                          Join inner on p.id = p*.projects_id
                            Join inner on p*.members_id = e.id
                              Scan Employee e
                              Scan Employee_Project p*
                            Scan Project p
                """);
    }

    @Test
    void fetchJoinsStandAboveOrderAndPage() {
        assertThat(CompanyDomain.pagedPlan("select d from Department d join fetch d.employees order by d.name"))
                .isEqualTo(
                        """
                        Project d, d.employees#2
                          Join inner on d.employees#2.department_code = d.code
                            Limit :count offset :offset
                              Sort d.name
                                Filter exists(#1)
                                  #1:
                                    Filter d.employees.department_code = d.code
                                      Scan Employee d.employees
                                  Scan Department d
                            Scan Employee d.employees#2
                        """);
        assertPlan(
                "select distinct d from Department d left join fetch d.employees where d.budget > :b order by d.name",
                """
                Project d#2, d.employees
                  Join left on d.employees.department_code = d#2.code
                    Sort d#2.name
                      Aggregate by d#2 = d
                        Filter d.budget > :b
                          Scan Department d
                    Scan Employee d.employees
                """);
    }

    @Test
    void aSubqueryJoinsWhatItsPathsNeedItself() {
        assertPlan(
                """
                select e.name from Employee e
                where exists (select p from e.projects p where p.lead.name = e.manager.name)""",
                """
                Project e.name
                  Filter exists(#1)
                    #1:
                      Filter p.lead.name = e.manager.name
                        Join inner on e.manager.id = e.manager_id
                          Join inner on p.lead.id = p.lead_id
                            Join inner on p.id = p*.projects_id
                              Filter p*.members_id = e.id
                                Scan Employee_Project p*
                              Scan Project p
                            Scan Employee p.lead
                          Scan Employee e.manager
                    Scan Employee e
                """);
    }

    @Test
    void collectionsAreAskedWhereTheyAreKept() {
        assertPlan(
                """
                select e.name from Employee e
                where e member of e.manager.department.employees or e.phones is empty or size(e.projects) > 2""",
                """
                Project e.name
                  Filter exists(#1) or array_size(e.phones) = 0 or cast((#2) as INTEGER) > 2
                    #1:
                      Filter e.manager.department.employees.id = e.id
                        Filter e.manager.department.employees.department_code = e.manager.department_code
                          Scan Employee e.manager.department.employees
                    #2:
                      Aggregate size = count(*)
                        Filter e.projects.members_id = e.id
                          Scan Employee_Project e.projects
                    Join inner on e.manager.id = e.manager_id
                      Scan Employee e
                      Scan Employee e.manager
                """);
    }

    @Test
    void constantsAndParametersBecomeWhatTheyStandBeside() {
        assertPlan(
                """
                select e from Employee e
                where type(e) in (Engineer, Seller) and e.remote = true and e.rating in :ratings and e.salary = 5.0
                  and e.status = dev.dormouse.internal.query.company.Status.ACTIVE""",
                """
                Project e
                  Filter e.DTYPE in ('ENG', 'SELL') and e.remote = 'Y' and e.rating in (:ratings) and e.salary = 5 and e.status = 'ACTIVE'
                    Scan Employee e
                """);
    }

    @Test
    void aBulkUpdateSetsFieldsAndReferences() {
        assertPlan(
                """
                update Employee e set e.salary = e.salary * 2, e.department = null, e.address.city = :c
                where e.manager.name = 'x'""",
                """
                Update Employee e set salary = e.salary * 2, department_code = null, address.city = :c
                  Filter e.manager.name = 'x'
                    Join inner on e.manager.id = e.manager_id
                      Scan Employee e
                      Scan Employee e.manager
                """);
    }

    @Test
    void aBulkDeleteTakesTheRowsOfOwnJoinTablesWithIt() {
        assertPlan(
                "delete from Employee e where e.salary < 10",
                """
                Delete Employee_Project Employee_Project
                  Join inner on Employee_Project.members_id = e.id
                    Filter e.salary < 10
                      Scan Employee e
                    Scan Employee_Project Employee_Project
                Delete Employee e
                  Filter e.salary < 10
                    Scan Employee e
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
                    from Employee where name = 'x'                       ~ select this from Employee where this.name = 'x'
                    select p from Employee e, in(e.projects) p           ~ select p from Employee e join e.projects p
                    select object(e) from Employee e                     ~ select e from Employee AS e
                    select value(s) from Employee e join e.skills s      ~ select s from Employee e join e.skills s
                    select e from Employee e where e.id = 1 and (e.salary = 2 and e.name = 'x') ~ select e from Employee e where e.id = 1 and e.salary = 2 and e.name = 'x'
                    select id(e) from Employee e                         ~ select e.id from Employee e
                    select e.name from Employee e where e.rating in (1)  ~ select e.name from Employee e where e.rating in (1L)
                    select a.name from Employee a where a.department.name = 'x' ~ select A.name from Employee a where A.department.name = 'x'
                    select e from Employee e where e.salary between 1 and 5 ~ select e from Employee e where e.salary >= 1 and e.salary <= 5
                    select e from Employee e where e.salary not between 1 and 5 ~ select e from Employee e where not (e.salary between 1 and 5)
                    select e from Employee e inner join e.department d ~ select e from Employee e join e.department d
                    select e from Employee e left outer join e.department d ~ select e from Employee e left join e.department d
                    select e from Employee e where e.salary = some (select f.salary from Employee f) ~ select e from Employee e where e.salary = any (select f.salary from Employee f)
                    select e from Employee e where e.name is not null ~ select e from Employee e where not (e.name is null)
                    select e from Employee e where e.name not like 'a' ~ select e from Employee e where not e.name like 'a'
                    select e from Employee e order by e.name asc ~ select e from Employee e order by e.name
                    select e.name || 'a' from Employee e ~ select concat(e.name, 'a') from Employee e
                    select trim(both ' ' from e.name) as n from Employee e ~ select trim(e.name) as n from Employee e
                    select case e.salary when 1 then 2 else 3 end as n from Employee e ~ select case when e.salary = 1 then 2 else 3 end as n from Employee e
                    select nullif(e.salary, 1) as n from Employee e ~ select case when e.salary = 1 then null else e.salary end as n from Employee e
                    SELECT e FROM Employee e WHERE e.name = 'x' ~ select e from Employee e where e.name='x'
                    select e from Employee e where e.remote = true ~ select e from Employee e where e.remote
                    select e from Employee e where e.id not in (1, 2) ~ select e from Employee e where not (e.id in (1, 2))
                    select e from Employee e where e.department.code = 'S' ~ select e from Employee e where id(e.department) = 'S'
                    select count(e) from Employee e ~ select count(e.id) from Employee e
                    select e from Employee e where e.salary > 5L ~ select e from Employee e where e.salary > 5
                    select key(s), value(s) from Employee e join e.skills s ~ select key(s), s from Employee e join e.skills s
                    """)
    void equalMeaningGivesEqualPlans(String one, String other) {
        assertThat(CompanyDomain.plan(one)).isEqualTo(CompanyDomain.plan(other));
    }

    /** What differs as it is written and not in what it means is one plan at the latest when the optimizer has seen it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
                    select e from Employee e where not e.salary = 1 ~ select e from Employee e where e.salary <> 1
                    select e from Employee e where e.salary = any (select f.salary from Employee f) ~ select e from Employee e where e.salary in (select f.salary from Employee f)
                    select e from Employee e where e.salary <> all (select f.salary from Employee f) ~ select e from Employee e where e.salary not in (select f.salary from Employee f)
                    select e from Employee e where e.id = 1 or e.id = 2 ~ select e from Employee e where e.id in (1, 2)
                    select e from Employee e where 1 = e.id ~ select e from Employee e where e.id = 1
                    select e from Employee e where not (e.id = 1 or e.id = 2) ~ select e from Employee e where e.id <> 1 and e.id <> 2
                    select e from Employee e where not (e.id = 1 and e.salary > 2) ~ select e from Employee e where e.id <> 1 or e.salary <= 2
                    select e from Employee e where e.projects is not empty ~ select e from Employee e where not (e.projects is empty)
                    select e, d from Employee e, Department d where e.department = d ~ select e, d from Employee e join Department d on e.department = d
                    select d from Department d where exists (select e from Employee e where e.department = d) ~ select d from Department d where d.code in (select e.department.code from Employee e)
                    select e from Employee e where e.salary + 1 > 2 and true = true ~ select e from Employee e where e.salary + 1 > 2
                    select e from Employee e where e.department = :d and e.name = :n ~ select e from Employee e where e.name = :n and e.department = :d
                    """)
    void equalMeaningGivesEqualOptimizedPlans(String one, String other) {
        assertThat(CompanyDomain.optimizedPlan(one)).isEqualTo(CompanyDomain.optimizedPlan(other));
    }

    @Test
    void aDifferentMeaningGivesAnotherPlan() {
        assertThat(CompanyDomain.optimizedPlan("select e from Employee e where e.id < 1"))
                .isNotEqualTo(CompanyDomain.optimizedPlan("select e from Employee e where e.id <= 1"));
    }

    @Test
    void aChainOfTenThousandTermsIsBuilt() {
        StringBuilder query = new StringBuilder("select e from Employee e where e.id = 0");
        for (int i = 1; i < 10_000; i++) {
            query.append(" or e.id = ").append(i);
        }
        assertThat(CompanyDomain.plan(query.toString())).endsWith("e.id = 9999\n    Scan Employee e\n");
    }
}
