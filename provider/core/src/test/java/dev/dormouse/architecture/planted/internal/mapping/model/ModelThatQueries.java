package dev.dormouse.architecture.planted.internal.mapping.model;

import dev.dormouse.architecture.planted.internal.query.QueryThing;

class ModelThatQueries {
    QueryThing query = new QueryThing();
}
