package dev.dormouse.jpql.ast;

import java.time.LocalTime;

/**
 * A time in JDBC escape syntax, <code>{t 'hh:mm:ss'}</code> (section 4.7.1).
 *
 * @param value the time
 * @param position where its text begins
 */
public record TimeLiteral(LocalTime value, Position position) implements Literal {}
