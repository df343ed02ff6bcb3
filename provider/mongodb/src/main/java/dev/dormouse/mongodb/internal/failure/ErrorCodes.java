package dev.dormouse.mongodb.internal.failure;

/** The codes of the server's errors that mean something here. */
public final class ErrorCodes {

    public static final int BAD_VALUE = 2;
    public static final int NAMESPACE_NOT_FOUND = 26;
    public static final int INDEX_NOT_FOUND = 27;
    public static final int NAMESPACE_EXISTS = 48;
    public static final int MAX_TIME_EXPIRED = 50;
    public static final int INDEX_OPTIONS_CONFLICT = 85;
    public static final int WRITE_CONFLICT = 112;
    public static final int LOCK_TIMEOUT = 24;
    public static final int LOCK_BUSY = 46;
    public static final int DUPLICATE_KEY = 11000;
    public static final int BSON_TOO_LARGE = 10334;
    public static final int BSON_TOO_LARGE_IN_UPDATE = 17419;

    private ErrorCodes() {}
}
