/** The page "Checklist". */
@NullMarked
package dev.tars.console.checklist.view;

import org.jspecify.annotations.NullMarked;
