package dev.dormouse.examples.flights;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of comma-separated values without quotes, with a heading, gzipped if its name says so. {@code NA} is a missing value.
 *
 * @param path where it is
 */
record CsvFile(Path path) {

    /** One line. */
    record Row(List<String> cells) {

        String text(int column) {
            return cells.get(column);
        }

        @Nullable
        String textOrNull(int column) {
            String cell = cells.get(column);
            return cell.equals("NA") ? null : cell;
        }

        int number(int column) {
            return Integer.parseInt(cells.get(column));
        }

        @Nullable
        Integer numberOrNull(int column) {
            String cell = textOrNull(column);
            return cell == null ? null : Integer.valueOf(cell);
        }

        @Nullable
        Double decimalOrNull(int column) {
            String cell = textOrNull(column);
            return cell == null ? null : Double.valueOf(cell);
        }
    }

    /** Passes every line to a consumer. */
    void forEach(Consumer<Row> consumer) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8), 1 << 16)) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                consumer.accept(new Row(List.of(line.split(",", -1))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private InputStream open() throws IOException {
        InputStream file = Files.newInputStream(path);
        return path.toString().endsWith(".gz") ? new GZIPInputStream(file, 1 << 16) : file;
    }
}
