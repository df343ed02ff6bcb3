package dev.dormouse.architecture.planted.store.plan;

import dev.dormouse.architecture.planted.internal.query.QueryThing;

class PlanThatKnowsQueries {
    QueryThing query = new QueryThing();
}
