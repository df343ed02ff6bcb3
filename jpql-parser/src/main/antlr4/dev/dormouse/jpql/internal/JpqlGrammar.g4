/** The grammar of the Jakarta Persistence 3.2 query language, section 4.12; every decision needs two or three words at most. */
parser grammar JpqlGrammar;

options { tokenVocab = JpqlTokens; }

statement: (selectStatement | updateStatement | deleteStatement) EOF;

// Select statements (4.2.1)

selectStatement: intersection (setOperator intersection)*;
intersection: selectOperand (intersectOperator selectOperand)*;
setOperator: operator=(UNION | EXCEPT) ALL?;
intersectOperator: INTERSECT ALL?;
selectOperand
    : selectQuery
    | OPEN selectStatement CLOSE orderByClause?
    ;
selectQuery: selectClause? fromClause whereClause? groupByClause? havingClause? orderByClause?;

selectClause: SELECT DISTINCT? selectItem (COMMA selectItem)*;
selectItem: selectExpression (AS? identifier)?;
selectExpression
    : scalarExpression
    | OBJECT OPEN identifier CLOSE
    | ENTRY OPEN identifier CLOSE
    | NEW qualifiedName OPEN scalarExpression (COMMA scalarExpression)* CLOSE
    ;

whereClause: WHERE conditionalExpression;
groupByClause: GROUP BY scalarExpression (COMMA scalarExpression)*;
havingClause: HAVING conditionalExpression;
orderByClause: ORDER BY orderItem (COMMA orderItem)*;
orderItem: scalarExpression direction=(ASC | DESC)? (NULLS nulls=(FIRST | LAST))?;

subquery:
    OPEN SELECT DISTINCT? scalarExpression subqueryFromClause whereClause? groupByClause? havingClause? CLOSE
    ;

// The domain of a query (4.4)

fromClause: FROM rangeVariable (COMMA (rangeVariable | collectionMember))*;
rangeVariable: entityName (AS? identifier)? join*;
collectionMember: IN OPEN path CLOSE AS? identifier join*;

subqueryFromClause: FROM subqueryFromItem (COMMA subqueryFromItem)*;
subqueryFromItem
    : collectionMember
    | IN path (AS? identifier)? join*
    | joinTarget AS? identifier join*
    ;

join: (INNER | LEFT OUTER?)? JOIN (FETCH path | joinTarget AS? identifier (ON conditionalExpression)?);
joinTarget: path | structuralWord;

// Bulk statements (4.11)

updateStatement: UPDATE entityName (AS? identifier)? SET updateItem (COMMA updateItem)* whereClause?;
updateItem: name (DOT name)* EQUAL scalarExpression;
deleteStatement: DELETE FROM entityName (AS? identifier)? whereClause?;

// Conditions (4.6): AND binds closer than OR, both are left-recursive so that a parenthesis costs few frames

conditionalExpression
    : NOT? scalarExpression predicate?                    # simpleCondition
    | (NOT NOT?)? EXISTS subquery                         # existsCondition
    | conditionalExpression AND conditionalExpression     # andCondition
    | conditionalExpression OR conditionalExpression      # orCondition
    ;

predicate
    : operator=(EQUAL | NOT_EQUAL | LESS | LESS_OR_EQUAL | GREATER | GREATER_OR_EQUAL)
        (scalarExpression | quantifier=(ALL | ANY | SOME) subquery)                                # comparison
    | NOT? BETWEEN scalarExpression AND scalarExpression                                           # between
    | NOT? LIKE scalarExpression (ESCAPE scalarExpression)?                                        # like
    | NOT? IN (OPEN scalarExpression (COMMA scalarExpression)* CLOSE | subquery | parameter)       # in
    | NOT? MEMBER OF? path                                                                         # memberOf
    | IS NOT? NULL                                                                                 # nullComparison
    | IS NOT? EMPTY                                                                                # emptyComparison
    ;

// Values (4.7)

scalarExpression
    : sign=(PLUS | MINUS)? primary                                # primaryScalar
    | sign=(PLUS | MINUS)? OPEN conditionalExpression CLOSE       # parenthesized
    | scalarExpression operator=(STAR | SLASH) scalarExpression   # multiplicative
    | scalarExpression operator=(PLUS | MINUS) scalarExpression   # additive
    | scalarExpression BARS scalarExpression                      # concatenation
    ;

primary
    : literal                                                                                      # literalScalar
    | parameter                                                                                    # parameterScalar
    | subquery                                                                                     # subqueryScalar
    | aggregate=(AVG | COUNT | MAX | MIN | SUM) OPEN DISTINCT? scalarExpression CLOSE              # aggregate
    | function=(ABS | CEILING | CONCAT | EXP | FLOOR | LEFT | LENGTH | LN | LOCATE | LOWER | MOD | POWER | REPLACE | RIGHT
        | ROUND | SIGN | SQRT | SUBSTRING | UPPER) OPEN scalarExpression (COMMA scalarExpression)* CLOSE  # functionCall
    | FUNCTION OPEN STRING (COMMA scalarExpression)* CLOSE                                         # functionInvocation
    | TRIM OPEN ((side=(LEADING | TRAILING | BOTH))? trimCharacter? FROM)? scalarExpression CLOSE  # trim
    | EXTRACT OPEN name FROM scalarExpression CLOSE                                                # extract
    | CAST OPEN scalarExpression AS name CLOSE                                                     # cast
    | SIZE OPEN path CLOSE                                                                         # size
    | INDEX OPEN identifier CLOSE                                                                  # index
    | TYPE OPEN (path | parameter) CLOSE                                                           # typeDiscriminator
    | ID OPEN path CLOSE                                                                           # idFunction
    | VERSION OPEN path CLOSE                                                                      # versionFunction
    | function=(CURRENT_DATE | CURRENT_TIME | CURRENT_TIMESTAMP)                                   # currentDatetime
    | LOCAL part=(DATE | TIME | DATETIME)                                                          # localDatetime
    | CASE whenClause+ (ELSE scalarExpression)? END                                                # generalCase
    | CASE scalarExpression simpleWhenClause+ (ELSE scalarExpression)? END                         # simpleCase
    | COALESCE OPEN scalarExpression (COMMA scalarExpression)+ CLOSE                               # coalesce
    | NULLIF OPEN scalarExpression COMMA scalarExpression CLOSE                                    # nullIf
    | path                                                                                         # pathScalar
    ;

whenClause: WHEN conditionalExpression THEN scalarExpression;
simpleWhenClause: WHEN scalarExpression THEN scalarExpression;
trimCharacter: STRING | parameter;
parameter: NAMED_PARAMETER | POSITIONAL_PARAMETER;
literal: STRING | NUMBER | TRUE | FALSE | NULL | OPEN_ESCAPE name STRING CLOSE_ESCAPE;

// Names (4.4.1, 4.4.4)

path: pathRoot (DOT name)*;
pathRoot
    : identifier
    | attributeWord
    | KEY OPEN identifier CLOSE
    | VALUE OPEN identifier CLOSE
    | TREAT OPEN path AS entityName CLOSE
    ;
entityName: name;
qualifiedName: name (DOT name)*;
name: identifier | attributeWord | structuralWord;
identifier: IDENTIFIER | CAST | DATE | DATETIME | EXCEPT | ID | INTERSECT | TIME | UNION | VERSION;

// Reserved words that no place confuses with an attribute.
attributeWord
    : ABS | ASC | AVG | BIT_LENGTH | BOTH | BY | CEILING | CHARACTER_LENGTH | CHAR_LENGTH | CLASS | COALESCE | CONCAT | COUNT
    | DELETE | DESC | EMPTY | ENTRY | ESCAPE | EXP | EXTRACT | FIRST | FLOOR | FUNCTION | GROUP | INDEX | KEY | LAST | LEADING
    | LEFT | LENGTH | LN | LOCAL | LOCATE | LOWER | MAX | MEMBER | MIN | MOD | NULLIF | NULLS | OBJECT | ORDER | OUTER | POSITION
    | POWER | REPLACE | RIGHT | ROUND | SET | SIGN | SIZE | SQRT | SUBSTRING | SUM | TRAILING | TREAT | TRIM | TYPE | UNKNOWN
    | UPDATE | UPPER | VALUE
    ;
structuralWord
    : ALL | AND | ANY | AS | BETWEEN | CASE | CURRENT_DATE | CURRENT_TIME | CURRENT_TIMESTAMP | DISTINCT | ELSE | END | EXISTS
    | FALSE | FETCH | FROM | HAVING | IN | INNER | IS | JOIN | LIKE | NEW | NOT | NULL | OF | ON | OR | SELECT | SOME | THEN
    | TRUE | WHEN | WHERE
    ;
