package dev.dormouse.internal.enhance;

import dev.dormouse.failure.Message;

/** The messages of this room and of its collections: 0200 to 0219. */
public final class EnhanceMessages {

    /** A persistent field, method or constructor that is not in its class file. */
    public static final Message MEMBER_MISSING = new Message(
            200,
            "Persistent member is missing: '%s'. The class that is loaded must have what its mapping names. Compile the class and its mapping together.");

    /** A class without a constructor that the provider can call. */
    public static final Message CONSTRUCTOR_MISSING = new Message(
            201,
            "Class has no constructor without parameters: '%s'. The provider makes instances by it (specification, section 2.1). Add one, public or protected.");

    /** A class whose module is closed. */
    public static final Message CLASS_CLOSED = new Message(
            202,
            "Class is closed to the provider: '%s'. Its package must be open and its class loader must see the provider. Open the package in module-info (opens), or run on the class path.");

    /** A class that cannot have lazy references; logged once. */
    public static final Message LOADED_AT_ONCE = new Message(
            203,
            "References cannot be lazy to: '%s', because %s. A lazy reference is an instance of a subclass. Owners that are enhanced load them when the attribute is touched, all others at once; to make them lazy there, too, remove that obstacle.");

    /** A collection or reference that is needed after its context has gone. */
    public static final Message NOT_LOADED = new Message(
            204,
            "Not loaded: '%s'. State is loaded while the persistence context that holds the entity is open. Access it before the context is closed or cleared, or fetch it with the entity (JOIN FETCH).");

    /** A null element. */
    public static final Message NULL_ELEMENT = new Message(
            205,
            "Collection cannot hold null: '%s'. Every element of a persistent collection is a value or an entity. Leave the null out.");

    /** A constructor of the application that throws. */
    public static final Message CONSTRUCTOR_FAILED = new Message(
            206,
            "Constructor failed: '%s'. The provider makes instances by the constructor without parameters. Let it do nothing that can fail.");

    /** A class that another version enhanced. */
    public static final Message OTHER_FORMAT = new Message(
            207,
            "Class was enhanced in another format: '%s' has format %s, this version understands format %s. Classes and provider must be of one format. Compile the class anew, and enhance it with the build plugin of the provider's version.");

    /** A class that is left plain. */
    public static final Message LEFT_PLAIN = new Message(
            208,
            "Class is not enhanced: '%s', because %s. It works as a plain class does. To have it enhanced, remove that obstacle.");

    private EnhanceMessages() {}
}
