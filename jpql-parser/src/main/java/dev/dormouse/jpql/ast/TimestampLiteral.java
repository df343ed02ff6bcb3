package dev.dormouse.jpql.ast;

import java.time.LocalDateTime;

/**
 * A timestamp in JDBC escape syntax, <code>{ts 'yyyy-mm-dd hh:mm:ss.f'}</code> (section 4.7.1).
 *
 * @param value the date and time, years 0 to 9999
 * @param position where its text begins
 */
public record TimestampLiteral(LocalDateTime value, Position position) implements Literal {}
