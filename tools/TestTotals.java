import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/** Adds up the test reports of all modules, by store: {@code java tools/TestTotals.java ROOT}. Exits with 1 if none was found or one failed. */
public final class TestTotals {

    private static final class Sum {
        int tests;
        int failures;
        int skipped;
        double seconds;
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, Sum> sums = new TreeMap<>();
        Sum total = new Sum();
        for (Path report : reports(Path.of(arguments[0]))) {
            Element suite = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getDocumentElement();
            add(sums.computeIfAbsent(group(report), g -> new Sum()), suite);
            add(total, suite);
        }
        System.out.println();
        System.out.printf("%-28s %8s %8s %8s %9s%n", "tests", "run", "failed", "skipped", "seconds");
        sums.forEach(TestTotals::print);
        print("all", total);
        System.out.printf("%nTests: %d passed, %d failed, %d skipped%n", total.tests - total.failures - total.skipped, total.failures, total.skipped);
        if (total.tests == 0 || total.failures > 0) {
            System.exit(1);
        }
    }

    private static List<Path> reports(Path root) throws Exception {
        try (Stream<Path> files = Files.walk(root, 8, new FileVisitOption[0])) {
            return files.filter(f -> f.getFileName().toString().matches("TEST-.*\\.xml"))
                    .filter(f -> f.getParent().getFileName().toString().startsWith("surefire-reports"))
                    .toList();
        }
    }

    /** The store of a conformance run stands in the folder of its reports, that of a store's own tests in the name of the class. */
    private static String group(Path report) {
        String folder = report.getParent().getFileName().toString().replace("surefire-reports", "");
        String suite = report.getFileName().toString();
        String jdk = folder.equals("-newer-jdk") ? ", newer JDK" : "";
        for (String store : List.of("memory", "lmdb", "mongodb")) {
            if (folder.equals("-" + store)) {
                return "conformance on " + store;
            }
        }
        if (report.toString().contains("tck-tests")) {
            return "conformance on lmdb" + (folder.endsWith("-enhanced") ? ", enhanced" : "") + jdk;
        }
        for (String store : List.of("Memory", "Lmdb", "Mongo")) {
            if (suite.substring(suite.lastIndexOf('.', suite.length() - 5) + 1).contains(store)) {
                return "of a store, on " + store + jdk;
            }
        }
        return "of the engine" + jdk;
    }

    private static void add(Sum sum, Element suite) {
        // The attributes of a suite leave out the tests of its nested classes.
        sum.tests += count(suite, "testcase");
        sum.failures += count(suite, "failure") + count(suite, "error");
        sum.skipped += count(suite, "skipped");
        sum.seconds += Double.parseDouble(suite.getAttribute("time").replace(",", ""));
    }

    private static int count(Element suite, String name) {
        return suite.getElementsByTagName(name).getLength();
    }

    private static void print(String name, Sum sum) {
        System.out.printf("%-28s %8d %8d %8d %9.1f%n", name, sum.tests, sum.failures, sum.skipped, sum.seconds);
    }
}
