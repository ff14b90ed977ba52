/** The model card as a document: sections, tables, Markdown and JSON files. */
@NullMarked
package firedrill.scoring.evaluation.card;

import org.jspecify.annotations.NullMarked;
