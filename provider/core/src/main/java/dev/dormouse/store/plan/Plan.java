package dev.dormouse.store.plan;

import java.util.List;

/** A node of the logical algebra: produces rows by filling slots. */
public sealed interface Plan
        permits Scan, Filter, Join, Unnest, Aggregate, Window, Sort, Limit, Project, SetOperation, Modify {

    /** Returns the slots that are filled in each row of this node. */
    List<Slot> output();

    /** Returns the nodes below, left to right; subqueries inside expressions are not among them. */
    List<Plan> inputs();
}
