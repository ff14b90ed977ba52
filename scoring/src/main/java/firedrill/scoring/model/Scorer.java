package firedrill.scoring.model;

import firedrill.scoring.decision.Champion;

/** A model that is ready to answer: from a feature vector to a probability, and why. Any of them can be champion. */
public interface Scorer extends Champion {}
