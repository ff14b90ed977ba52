/**
 * Other people's transactions through our features and trainers: {@code CsvReader → TransactionFile → OurEvents →
 * Trial}.
 */
@NullMarked
package firedrill.scoring.external;

import org.jspecify.annotations.NullMarked;
