/**
 * Human resources: departments, employees, projects and who works on which. Every access path (by id, by e-mail, by department, by project) is a declaration or a query; no
 * line here keeps an index.
 */
@NullMarked
package dev.dormouse.examples.hr;

import org.jspecify.annotations.NullMarked;
