/** What the exchange says and what it can be told: the vocabulary that every module shares. Published. */
@NullMarked
package firedrill.ingest.event;

import org.jspecify.annotations.NullMarked;
