package dev.dormouse.architecture.planted.internal.context;

import dev.dormouse.architecture.planted.internal.query.QueryThing;

class ContextThatQueries {
    QueryThing query = new QueryThing();
}
