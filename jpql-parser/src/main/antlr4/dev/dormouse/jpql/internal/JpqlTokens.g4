/** The words of the Jakarta Persistence query language, section 4.4.1 (identifiers) and 4.7.1 (literals). */
lexer grammar JpqlTokens;

options { caseInsensitive = true; }

// Reserved, and part of the structure of a query: names of entities and attributes behind a dot, nothing else.
ALL: 'ALL';
AND: 'AND';
ANY: 'ANY';
AS: 'AS';
BETWEEN: 'BETWEEN';
CASE: 'CASE';
CURRENT_DATE: 'CURRENT_DATE';
CURRENT_TIME: 'CURRENT_TIME';
CURRENT_TIMESTAMP: 'CURRENT_TIMESTAMP';
DISTINCT: 'DISTINCT';
ELSE: 'ELSE';
END: 'END';
EXISTS: 'EXISTS';
FALSE: 'FALSE';
FETCH: 'FETCH';
FROM: 'FROM';
HAVING: 'HAVING';
IN: 'IN';
INNER: 'INNER';
IS: 'IS';
JOIN: 'JOIN';
LIKE: 'LIKE';
NEW: 'NEW';
NOT: 'NOT';
NULL: 'NULL';
OF: 'OF';
ON: 'ON';
OR: 'OR';
SELECT: 'SELECT';
SOME: 'SOME';
THEN: 'THEN';
TRUE: 'TRUE';
WHEN: 'WHEN';
WHERE: 'WHERE';

// Reserved, but also the names of attributes of the implicit variable 'this'.
ABS: 'ABS';
ASC: 'ASC';
AVG: 'AVG';
BIT_LENGTH: 'BIT_LENGTH';
BOTH: 'BOTH';
BY: 'BY';
CEILING: 'CEILING';
CHARACTER_LENGTH: 'CHARACTER_LENGTH';
CHAR_LENGTH: 'CHAR_LENGTH';
CLASS: 'CLASS';
COALESCE: 'COALESCE';
CONCAT: 'CONCAT';
COUNT: 'COUNT';
DELETE: 'DELETE';
DESC: 'DESC';
EMPTY: 'EMPTY';
ENTRY: 'ENTRY';
ESCAPE: 'ESCAPE';
EXP: 'EXP';
EXTRACT: 'EXTRACT';
FIRST: 'FIRST';
FLOOR: 'FLOOR';
FUNCTION: 'FUNCTION';
GROUP: 'GROUP';
INDEX: 'INDEX';
KEY: 'KEY';
LAST: 'LAST';
LEADING: 'LEADING';
LEFT: 'LEFT';
LENGTH: 'LENGTH';
LN: 'LN';
LOCAL: 'LOCAL';
LOCATE: 'LOCATE';
LOWER: 'LOWER';
MAX: 'MAX';
MEMBER: 'MEMBER';
MIN: 'MIN';
MOD: 'MOD';
NULLIF: 'NULLIF';
NULLS: 'NULLS';
OBJECT: 'OBJECT';
ORDER: 'ORDER';
OUTER: 'OUTER';
POSITION: 'POSITION';
POWER: 'POWER';
REPLACE: 'REPLACE';
RIGHT: 'RIGHT';
ROUND: 'ROUND';
SET: 'SET';
SIGN: 'SIGN';
SIZE: 'SIZE';
SQRT: 'SQRT';
SUBSTRING: 'SUBSTRING';
SUM: 'SUM';
TRAILING: 'TRAILING';
TREAT: 'TREAT';
TRIM: 'TRIM';
TYPE: 'TYPE';
UNKNOWN: 'UNKNOWN';
UPDATE: 'UPDATE';
UPPER: 'UPPER';
VALUE: 'VALUE';

// Not reserved: identifiers, wherever they are not needed as words of the language.
CAST: 'CAST';
DATE: 'DATE';
DATETIME: 'DATETIME';
EXCEPT: 'EXCEPT';
ID: 'ID';
INTERSECT: 'INTERSECT';
TIME: 'TIME';
UNION: 'UNION';
VERSION: 'VERSION';

IDENTIFIER: IDENTIFIER_START IDENTIFIER_PART*;

EQUAL: '=';
NOT_EQUAL: '<>';
LESS: '<';
LESS_OR_EQUAL: '<=';
GREATER: '>';
GREATER_OR_EQUAL: '>=';
PLUS: '+';
MINUS: '-';
STAR: '*';
SLASH: '/';
BARS: '||';
DOT: '.';
COMMA: ',';
OPEN: '(';
CLOSE: ')';
OPEN_ESCAPE: '{';
CLOSE_ESCAPE: '}';

NAMED_PARAMETER: ':' IDENTIFIER_START IDENTIFIER_PART*;
POSITIONAL_PARAMETER: '?' [0-9]+;
STRING: '\'' (~'\'' | '\'\'')* '\'';
NUMBER: UNSIGNED ('L' | 'F' | 'D' | 'BI' | 'BD')?;

WHITESPACE: [ \t\r\n\f\u000B\u001C-\u001F]+ -> skip;

// What is never part of a query, as tokens of their own so that the message can say why.
MALFORMED_NUMBER: UNSIGNED IDENTIFIER_PART+;
UNTERMINATED_STRING: '\'' (~'\'' | '\'\'')*;
DOUBLE_QUOTED: '"' ~'"'* '"'?;
FOREIGN_NOT_EQUAL: '!=';
FOREIGN_CHARACTER: .;

fragment UNSIGNED: (DIGITS ('.' DIGITS?)? | '.' DIGITS) ('E' [+-]? DIGITS)?;
fragment DIGITS: [0-9] ([0-9_]* [0-9])?;
// Exactly the characters of Character.isJavaIdentifierStart and isJavaIdentifierPart of the running JDK; the sets spare ASCII the call.
fragment IDENTIFIER_START:
    [a-z_$]
    | ~[\u0000-\u007F] { Character.isJavaIdentifierStart(_input.LA(-1)) }?
    ;
fragment IDENTIFIER_PART:
    [a-z0-9_$\u0000-\u0008\u000E-\u001B\u007F]
    | ~[\u0000-\u007F] { Character.isJavaIdentifierPart(_input.LA(-1)) }?
    ;
