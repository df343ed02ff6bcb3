package dev.dormouse.failure;

/** What can be wrong with a query: names, types, parameters, results. */
public final class QueryMessages {

    /** An entity name that the unit does not know. */
    public static final Message UNKNOWN_ENTITY = new Message(
            600,
            "Unknown entity: '%s'. FROM, UPDATE and DELETE take the name of an entity of the persistence unit. %s");

    /** An attribute that the type does not have. */
    public static final Message UNKNOWN_ATTRIBUTE =
            new Message(601, "Unknown attribute: '%s' of %s. A path must follow persistent attributes. %s");

    /** A path through something that has no attributes. */
    public static final Message NOT_NAVIGABLE = new Message(
            602,
            "A path cannot go on: '%s' behind %s. Only entities and embeddables have attributes. Join a collection in FROM and start a path there.");

    /** A name that is neither a variable nor anything else. */
    public static final Message UNKNOWN_NAME = new Message(
            603,
            "Unknown name: '%s'. It must be an identification variable, an attribute of the only entity, an enum constant with its class, or an entity. %s");

    /** Two variables of one name. */
    public static final Message DUPLICATE_VARIABLE = new Message(
            604,
            "Identification variable declared twice: '%s'. A name stands for one variable, case aside. Rename one of them.");

    /** A collection where one value is needed. */
    public static final Message COLLECTION_AS_VALUE = new Message(
            605,
            "A collection stands where one value is needed: '%s'. Join it in FROM, or use MEMBER OF, IS EMPTY, SIZE or a subquery.");

    /** One value where a collection is needed. */
    public static final Message NOT_A_COLLECTION =
            new Message(606, "Not a collection: '%s'. %s takes a path to a collection-valued attribute. Name one.");

    /** Values that cannot be compared. */
    public static final Message UNLIKE_TYPES = new Message(
            607,
            "Types that are not alike: '%s' and '%s' in %s. Both sides must be of one type, or both numbers. Convert one side, with CAST or in the program.");

    /** An operand of a type that the operation does not take. */
    public static final Message WRONG_OPERAND = new Message(
            608, "Operand of the wrong type: '%s' is %s in %s. It must be %s. Convert it or use another operation.");

    /** A parameter or null without anything that gives it a type. */
    public static final Message UNTYPED = new Message(
            609,
            "The type cannot be told: '%s' in %s. A parameter or NULL takes its type from what it stands beside. Use CAST, or a typed value beside it.");

    /** An entity where a basic value is needed, or the reverse. */
    public static final Message NOT_A_VALUE = new Message(
            610,
            "Not a basic value: '%s' is %s in %s. An attribute of a basic type or a scalar expression is needed. Name an attribute of it.");

    /** Something that is not in GROUP BY. */
    public static final Message NOT_GROUPED = new Message(
            611,
            "Neither grouped nor aggregated: '%s' in %s. With GROUP BY, what is used must be a grouping item or inside an aggregate function. Add it to GROUP BY.");

    /** An aggregate where none may stand. */
    public static final Message MISPLACED_AGGREGATE = new Message(
            612,
            "Misplaced aggregate function: '%s' in %s. Aggregates stand in SELECT, HAVING and ORDER BY only. Use a subquery.");

    /** ORDER BY of something that a DISTINCT result does not have. */
    public static final Message NOT_SELECTED = new Message(
            613,
            "Order by something that is not selected: '%s'. With DISTINCT and set operators, ORDER BY takes what SELECT returns. Add it to SELECT.");

    /** Queries of unlike shape in a set operation. */
    public static final Message UNLIKE_QUERIES = new Message(
            614,
            "Queries that are not alike: '%s'. Both sides must select the same number of items with the same types. Correct one side.");

    /** A class of a constructor expression. */
    public static final Message UNKNOWN_CLASS = new Message(
            615,
            "Unknown class: '%s'. A constructor expression takes the qualified name of a class that the application can see. Correct the name.");

    /** A constructor that the class does not have. */
    public static final Message UNKNOWN_CONSTRUCTOR = new Message(
            616,
            "No constructor: '%s'. The class needs a constructor with these parameters, in this order. Add one or change SELECT.");

    /** A result type that the query does not have. */
    public static final Message WRONG_RESULT_TYPE = new Message(
            617, "Result of another type: '%s'. The query returns %s. Ask for that type, Object, Object[] or Tuple.");

    /** Named and positional parameters together. */
    public static final Message MIXED_PARAMETERS = new Message(
            618, "Named and positional parameters in one query: '%s'. A query uses one kind. Rewrite the others.");

    /** A parameter that the query does not have. */
    public static final Message UNKNOWN_PARAMETER =
            new Message(619, "Unknown parameter: '%s'. The query has: %s. Correct the name or the position.");

    /** A value that the parameter does not take. */
    public static final Message WRONG_PARAMETER_VALUE = new Message(
            620, "Parameter value of the wrong type: '%s' for %s. A value of %s is required. Convert the value.");

    /** A parameter without a value. */
    public static final Message UNBOUND_PARAMETER = new Message(
            621,
            "Parameter without a value: '%s'. Every parameter must be set before the query runs. Call setParameter.");

    /** A query that is executed in the wrong way. */
    public static final Message NOT_A_SELECT =
            new Message(622, "Not a SELECT: '%s'. This method runs queries that return results. Call executeUpdate().");

    /** A query that is executed in the wrong way. */
    public static final Message NOT_A_MODIFICATION = new Message(
            623, "Not an UPDATE or DELETE: '%s'. executeUpdate() runs statements that modify. Call getResultList().");

    /** No result. */
    public static final Message NO_RESULT = new Message(
            624,
            "The query has no result: '%s'. getSingleResult() needs exactly one row. Call getSingleResultOrNull() where there may be none.");

    /** More than one result. */
    public static final Message SEVERAL_RESULTS = new Message(
            625,
            "The query has more than one result: '%s'. One row at most is allowed here. Call getResultList(), or restrict the query.");

    /** A negative page. */
    public static final Message NEGATIVE_PAGE =
            new Message(626, "Negative value: '%s' for %s. It must be 0 or more. Correct the value.");

    /** A hint whose value is of no use. */
    public static final Message WRONG_HINT =
            new Message(627, "Unusable value of the hint '%s': '%s'. It must be %s. Correct the value.");

    /** A lock mode for a query that cannot lock. */
    public static final Message NOT_LOCKABLE = new Message(
            628,
            "Lock mode on a query that cannot lock: '%s'. Only a SELECT that returns entities can. Leave the lock mode out.");

    /** A type that the query cannot be unwrapped to. */
    public static final Message NOT_UNWRAPPABLE = new Message(
            629,
            "Not unwrappable: '%s'. A query is unwrapped to dev.dormouse.query.QueryExplanation. Ask for that type.");

    /** A named query that the unit does not have. */
    public static final Message UNKNOWN_NAMED_QUERY = new Message(
            630, "Unknown named query: '%s'. It must be declared with @NamedQuery or added by addNamedQuery. %s");

    /** A named query that does not compile. */
    public static final Message WRONG_NAMED_QUERY = new Message(631, "Wrong named query: '%s' of %s. %s");

    /** An assignment to something that cannot be assigned. */
    public static final Message NOT_ASSIGNABLE = new Message(
            632,
            "Not assignable: '%s'. UPDATE sets basic attributes and references to one, never a primary key. Set another attribute.");

    /** A tuple element that does not exist. */
    public static final Message UNKNOWN_TUPLE_ELEMENT = new Message(
            633, "Unknown tuple element: '%s'. The tuple has: %s. Correct the alias, the position or the type.");

    /** A subtype that is none. */
    public static final Message NOT_A_SUBTYPE = new Message(
            634, "Not a subtype: '%s' of %s. TREAT takes an entity below the type of its operand. Name one.");

    /** A subquery with more than one row where one is needed. */
    public static final Message WRONG_SUBQUERY =
            new Message(635, "Wrong subquery: '%s' in %s. It must select exactly one %s. Change its SELECT.");

    /** INDEX, KEY or VALUE of the wrong variable. */
    public static final Message WRONG_VARIABLE = new Message(
            636, "Wrong variable: '%s' in %s. It takes a variable that was joined over %s. Join such a collection.");

    /** A fetch join whose owner is not selected. */
    public static final Message FETCH_WITHOUT_OWNER = new Message(
            637,
            "Fetch join of an entity that is not selected: '%s'. The owner of a fetched association must be in SELECT. Use a plain join.");

    /** A query text that was not understood. */
    public static final Message MALFORMED = new Message(638, "Malformed query: '%s'. %s");

    /** A result variable that collides. */
    public static final Message DUPLICATE_RESULT_VARIABLE =
            new Message(639, "Result variable declared twice: '%s'. A name stands for one item. Rename one of them.");

    /** A null where a primitive result is needed. */
    public static final Message NULL_ARGUMENT = new Message(
            640,
            "Null for a primitive parameter of a constructor: '%s'. The row has no value for it. Use the wrapper type.");

    /** A constructor that failed. */
    public static final Message CONSTRUCTOR_FAILED = new Message(641, "The constructor failed: '%s'. %s");

    /** A timeout. */
    public static final Message TIMED_OUT = new Message(
            642,
            "The query ran longer than its timeout of %s ms: '%s'. It must end within it. Raise jakarta.persistence.query.timeout or add an index.");

    /** A path that an operator cannot take. */
    public static final Message WRONG_PATH =
            new Message(643, "Wrong path: '%s' in %s. It must lead to %s. Correct the path.");

    /** A stream whose transaction has ended. */
    public static final Message STREAM_ENDED = new Message(
            644,
            "The stream has ended: '%s'. It is good until its transaction or entity manager ends. Read it before, or collect its results.");

    /** A name in FUNCTION that is none. */
    public static final Message UNKNOWN_FUNCTION =
            new Message(645, "Unknown function: '%s'. FUNCTION calls one of %s. %s");

    /** Too many or too few arguments. */
    public static final Message WRONG_ARGUMENT_COUNT =
            new Message(646, "Wrong number of arguments of a function: '%s'. It takes %s, not %s. Correct the call.");

    /** What the grammar knows and the engine cannot run yet. */
    public static final Message NOT_SUPPORTED_YET = new Message(1060, "Not supported yet: '%s'. %s");

    private QueryMessages() {}

    /** Makes the exception for what cannot be run yet: the standard one for a bad query, caused by an {@link UnsupportedOperationException}. */
    public static IllegalArgumentException notSupportedYet(String construct, String alternative) {
        String text = NOT_SUPPORTED_YET.text(construct, alternative);
        return new IllegalArgumentException(text, new UnsupportedOperationException(text));
    }

    /** Makes the exception for a query that is wrong. */
    public static IllegalArgumentException wrong(Message message, Object... arguments) {
        return new IllegalArgumentException(message.text(arguments));
    }
}
