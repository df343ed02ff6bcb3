package dev.dormouse.examples.datamarket;

import dev.dormouse.lmdb.key.KeyTypes;
import dev.dormouse.lmdb.key.Tuple3Key;
import java.util.UUID;

/** A member in a market, once as each kind of actor. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ActorKey(UUID market, byte[] address, Kind kind) {

    /** What an actor does; ordered. */
    enum Kind {
        OPERATOR,
        PROVIDER,
        CONSUMER
    }

    static final Tuple3Key<ActorKey, UUID, byte[], Kind> TYPE = KeyTypes.tuple(
            ActorKey::new,
            KeyTypes.part(KeyTypes.uuid(), ActorKey::market),
            KeyTypes.part(KeyTypes.bytes(20), ActorKey::address),
            KeyTypes.part(KeyTypes.enumeration(Kind.class), ActorKey::kind));
}
