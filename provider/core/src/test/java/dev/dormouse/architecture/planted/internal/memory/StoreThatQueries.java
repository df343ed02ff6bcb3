package dev.dormouse.architecture.planted.internal.memory;

import dev.dormouse.architecture.planted.internal.query.QueryThing;

class StoreThatQueries {
    QueryThing query = new QueryThing();
}
