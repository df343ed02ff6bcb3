package dev.dormouse.internal.context;

import dev.dormouse.failure.Message;

/** What can be wrong with entities and their life cycle: 0400 to 0499. */
public final class ContextMessages {

    /** A callback method that cannot be called. */
    public static final Message CALLBACK_UNREACHABLE = new Message(
            400,
            "Life-cycle callback cannot be called: '%s'. It must be in its class, and the class open to the provider. Check the class and the opens of its module.");

    /** A callback method that threw a checked exception. */
    public static final Message CALLBACK_FAILED = new Message(
            401,
            "A life-cycle callback failed with a checked exception: '@%s'. It may throw runtime exceptions only. Change the method.");

    /** Something that is no entity. */
    public static final Message NOT_AN_ENTITY = new Message(
            402,
            "Not an entity of this persistence unit: '%s'. The argument must be an entity class or an instance of one. Add the class to the unit, or correct the argument.");

    /** An id of the wrong type. */
    public static final Message WRONG_ID_TYPE =
            new Message(403, "Wrong type of id for '%s': '%s'. It must be a %s. Correct the argument.");

    /** A null where the specification wants a value. */
    public static final Message NULL_ARGUMENT =
            new Message(404, "No value was given: '%s' is null. The method needs one. Correct the argument.");

    /** A detached instance that was to be persisted. */
    public static final Message DETACHED_PERSISTED = new Message(
            405,
            "A detached entity cannot be persisted: '%s'. persist() takes a new or managed one. Use merge(), or leave the generated id and the version unset.");

    /** Another instance of a key. */
    public static final Message OTHER_INSTANCE = new Message(
            406,
            "Another instance of the same entity is managed: '%s'. A context has one instance for each id. Use merge(), or that instance.");

    /** An instance that must be managed and is not. */
    public static final Message NOT_MANAGED = new Message(
            407, "The entity is not managed: '%s'. %s needs a managed one. Find, persist or merge it first.");

    /** A removed instance that was to be merged. */
    public static final Message REMOVED_MERGED = new Message(
            408,
            "A removed entity cannot be merged: '%s'. merge() takes a new, managed or detached one. Persist it to keep it.");

    /** A reference to what is not persistent. */
    public static final Message TRANSIENT_REFERENCE = new Message(
            409,
            "The association '%s' refers to an entity that is %s: '%s'. What a managed entity refers to must be managed at flush. Persist it, or cascade PERSIST to it.");

    /** A record that is not there. */
    public static final Message NOT_FOUND = new Message(
            410,
            "There is no such entity: '%s'. The operation needs one that exists. It was deleted, or the reference is wrong.");

    /** A missing id. */
    public static final Message NO_ID = new Message(
            411,
            "The entity has no id: '%s'. An id that is not generated must be set before persist. Set it, or let it be generated.");

    /** A changed id. */
    public static final Message CHANGED_ID = new Message(
            412,
            "The id of a managed entity was changed: '%s', from %s to %s. An id must not change (specification, section 2.4). Remove the entity and persist a new one.");

    /** A version mode on an entity without version. */
    public static final Message NO_VERSION = new Message(
            413,
            "The entity has no version: '%s'. The lock mode %s needs an attribute with @Version. Add one, or use a pessimistic mode.");

    /** A merged version that is old. */
    public static final Message STALE_MERGE = new Message(
            414,
            "The merged entity is stale: '%s' has version %s, the stored one has %s. Both must be equal. Read it again and repeat the change.");

    /** A context that is no longer there. */
    public static final Message CONTEXT_GONE = new Message(
            415,
            "Not loaded, and its persistence context is gone: '%s'. State is loaded while the entity is managed. Access it before, or fetch it with the entity.");

    /** A sequence that is missing. */
    public static final Message NO_SEQUENCE = new Message(
            416,
            "No sequence for the ids of '%s': '%s'. The schema must have it. Set dormouse.schema to update, or create the schema.");

    /** A generated id that does not fit. */
    public static final Message ID_OVERFLOW =
            new Message(417, "A generated id does not fit: %s into the attribute '%s' of type %s. Use a wider type.");

    /** A locked entity that is old. */
    public static final Message STALE_LOCK = new Message(
            418,
            "The locked entity is stale: '%s' was read with version %s, the stored one has %s. Both must be equal. Refresh it and repeat the change.");

    /** An attribute that is not there. */
    public static final Message NO_ATTRIBUTE =
            new Message(419, "Unknown attribute: '%s' of '%s'. It must be a persistent attribute. Correct the name.");

    private ContextMessages() {}
}
