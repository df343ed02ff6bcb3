/**
 * The databases of a router's management: organizations, users and nodes; realms with their roles, permissions and principals; clusters and what runs on them; sessions, publications
 * and events; logs. Twenty-two record tables, three of sessions and the cookies in one persistence unit. What once were tables kept by hand to find records are declarations here.
 */
@NullMarked
package dev.dormouse.examples.router;

import org.jspecify.annotations.NullMarked;
