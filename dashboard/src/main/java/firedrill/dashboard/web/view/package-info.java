/** Rows and state objects of the page. */
@NullMarked
package firedrill.dashboard.web.view;

import org.jspecify.annotations.NullMarked;
