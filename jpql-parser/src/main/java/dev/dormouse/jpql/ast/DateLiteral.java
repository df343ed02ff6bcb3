package dev.dormouse.jpql.ast;

import java.time.LocalDate;

/**
 * A date in JDBC escape syntax, <code>{d 'yyyy-mm-dd'}</code> (section 4.7.1).
 *
 * @param value the date, years 0 to 9999
 * @param position where its text begins
 */
public record DateLiteral(LocalDate value, Position position) implements Literal {}
