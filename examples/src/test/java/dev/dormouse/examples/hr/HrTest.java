package dev.dormouse.examples.hr;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HrTest {

    @ParameterizedTest
    @ValueSource(strings = {"memory", "lmdb"})
    void everyAccessPathIsServedByAnIndexThatNobodyKeeps(String store, @TempDir Path folder) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String url = store.equals("lmdb") ? "lmdb:" + folder : "memory:hr-" + folder.getFileName();
        try (EntityManagerFactory factory = HrExample.open(url)) {
            new HrExample(factory, new PrintStream(bytes, true, StandardCharsets.UTF_8)).run();
        }
        List<String> told = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(told.stream().map(line -> line.replaceAll(" \\(.*", "")))
                .containsExactly(
                        "hired 1000 employees for 20 departments, 100 of them work on 2 projects",
                        "by id: Employee 0500",
                        "by e-mail: [Employee 0042]",
                        "by department: [Employee 0001, Employee 0021, Employee 0041]",
                        "by project: [Employee 0010, Employee 0030, Employee 0050]",
                        "by salary: [Employee 0999, Employee 0998, Employee 0997]",
                        "Garden: 50 employees, 34920.00 on average",
                        "Kitchen: 50 employees, 34900.00 on average",
                        "Library: 50 employees, 34910.00 on average",
                        "a second e-mail is refused",
                        "a department with employees stays",
                        "after the garden was closed the library has 100 employees, 50 employees have a project");
        assertThat(visited(told.get(2))).isLessThanOrEqualTo(4);
        assertThat(visited(told.get(3))).isLessThanOrEqualTo(2 * 50 + 10);
        assertThat(visited(told.get(4))).isLessThanOrEqualTo(3 * 50 + 10);
        assertThat(visited(told.get(5))).isLessThanOrEqualTo(2 * 3 + 4);
    }

    private static int visited(String line) {
        Matcher matcher = Pattern.compile("\\((\\d+) entries visited\\)").matcher(line);
        assertThat(matcher.find()).as(line).isTrue();
        return Integer.parseInt(matcher.group(1));
    }
}
