package dev.dormouse.store.writeset;

/** A cursor that a transaction closes when it ends, if nobody did before. */
public interface OpenScan {

    /** Closes what is open in the store; the cursor then refuses to move. Called at most once. */
    void end();
}
