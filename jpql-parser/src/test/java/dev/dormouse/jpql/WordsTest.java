package dev.dormouse.jpql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dormouse.jpql.ast.JpqlSyntaxException;
import dev.dormouse.jpql.ast.Path;
import dev.dormouse.jpql.ast.SelectStatement;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 4.4.1: which characters make an identifier, and which words may be one. */
class WordsTest {

    /** The list of section 4.4.1. */
    private static final String RESERVED =
            """
            ABS ALL AND ANY AS ASC AVG BETWEEN BIT_LENGTH BOTH BY CASE CEILING CHAR_LENGTH CHARACTER_LENGTH CLASS COALESCE CONCAT COUNT
            CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP DELETE DESC DISTINCT ELSE EMPTY END ENTRY ESCAPE EXISTS EXP EXTRACT FALSE FETCH
            FIRST FLOOR FROM FUNCTION GROUP HAVING IN INDEX INNER IS JOIN KEY LEADING LAST LEFT LENGTH LIKE LOCAL LN LOCATE LOWER MAX
            MEMBER MIN MOD NEW NOT NULL NULLS NULLIF OBJECT OF ON OR ORDER OUTER POSITION POWER REPLACE RIGHT ROUND SELECT SET SIGN SIZE
            SOME SQRT SUBSTRING SUM THEN TRAILING TREAT TRIM TRUE TYPE UNKNOWN UPDATE UPPER VALUE WHEN WHERE""";

    static List<String> reserved() {
        return List.of(RESERVED.split("\\s+"));
    }

    @ParameterizedTest
    @MethodSource("reserved")
    void a_reserved_word_names_entities_attributes_and_parameters_but_no_variable(String word) {
        for (String name : List.of(word, word.toLowerCase(Locale.ROOT))) {
            String query = "SELECT e." + name + " AS x FROM " + name + " AS e JOIN e." + name + "." + name
                    + " f WHERE e.a." + name + ".b = :" + name;
            assertThat(JpqlPrinter.print(JpqlParser.parse(query))).isEqualTo(query.replace(" AS e", " e"));
            assertThatExceptionOfType(JpqlSyntaxException.class)
                    .isThrownBy(() -> JpqlParser.parse("SELECT 1 FROM E AS " + name));
            assertThatExceptionOfType(JpqlSyntaxException.class)
                    .isThrownBy(() -> JpqlParser.parse("SELECT e AS " + name + " FROM E e"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CAST",
                "date",
                "Datetime",
                "EXCEPT",
                "id",
                "INTERSECT",
                "time",
                "UNION",
                "version",
                "string",
                "INTEGER",
                "long",
                "YEAR",
                "this",
                "d",
                "ts",
                "l",
                "BI",
                "e1",
                "f",
                "inner1",
                "_",
                "$"
            })
    void any_other_word_is_a_variable(String word) {
        String query = "SELECT " + word + ", " + word + ".a AS " + word + " FROM E " + word + ", F f WHERE " + word
                + ".b = f." + word + " ORDER BY " + word;

        assertThat(JpqlPrinter.print(JpqlParser.parse(query))).isEqualTo(query);
    }

    @Test
    void every_identifier_start_of_java_starts_an_identifier() {
        int[] starts = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(Character::isJavaIdentifierStart)
                .toArray();
        StringBuilder path = new StringBuilder("e");
        for (int start : starts) {
            path.append('.').appendCodePoint(start).append('_');
        }

        SelectStatement select = (SelectStatement) JpqlParser.parse("SELECT e FROM E e ORDER BY " + path);

        Path read = (Path) select.orderBy().get(0).expression();
        assertThat(read.attributes()).hasSize(starts.length);
        assertThat(path.toString().equals(read.qualifiedName())).isTrue();
    }

    @Test
    void every_identifier_part_of_java_continues_an_identifier() {
        StringBuilder name = new StringBuilder("a");
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(Character::isJavaIdentifierPart)
                .forEach(name::appendCodePoint);

        SelectStatement select = (SelectStatement) JpqlParser.parse("SELECT e FROM E e ORDER BY " + name);

        Path path = (Path) select.orderBy().get(0).expression();
        assertThat(name.toString().equals(path.qualifiedName())).isTrue();
    }

    @Test
    void no_other_character_starts_an_identifier() {
        for (int c : new int[] {'#', '@', '!', '\\', '`', '[', '%', 0x00A0, 0x2028, 0x1F600, '1', 0x0660, 0x0300}) {
            String name = new StringBuilder().appendCodePoint(c).append('a').toString();
            assertThatExceptionOfType(JpqlSyntaxException.class)
                    .as(name)
                    .isThrownBy(() -> JpqlParser.parse("SELECT e." + name + " FROM E e"));
        }
    }
}
